#!/usr/bin/env python3
"""One command for everything: setup, run, demo, test, lint, bench, screenshots, package, lock.

    python3 build/dev.py COMMAND

Only the standard library, so that it works on a machine that has nothing but Python.
"""

import argparse
import os
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036  (the point is to meet an older one)
    sys.exit("MSE Studio needs Python 3.11 or newer; this is " + sys.version.split()[0] + ".")

import demo as demonstration
import environment
import locks
import player_libraries
import sentences
import suite
import system
from environment import ROOT
from system import say

PACKAGE_WORK = ROOT / "build" / "work" / "package"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    parser, rest_of = make_parser()
    given, rest = parser.parse_known_args(arguments)
    if rest and given.command not in rest_of:
        parser.error(f"unknown arguments: {' '.join(rest)}")
    given.rest = rest
    run: Callable[[argparse.Namespace], int] = given.run
    try:
        return run(given)
    except environment.SetupError as problem:
        say(f"!! {problem}")
        return 1
    except KeyboardInterrupt:
        return 130


def make_parser() -> tuple[argparse.ArgumentParser, frozenset[str]]:
    """Return the parser, and the commands that hand unknown arguments on."""
    parser = argparse.ArgumentParser(prog="dev.py", description=(__doc__ or "").splitlines()[0])
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, run: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
        summary = (run.__doc__ or "").strip().splitlines()[0]
        child = commands.add_parser(name, help=summary, description=summary)
        child.set_defaults(run=run)
        return child

    command("setup", set_up)
    command("run", open_window).add_argument("files", nargs="*", type=Path, metavar="FILE")
    shown = command("demo", demo)
    shown.add_argument("--output", type=Path, default=ROOT / "out" / "demo", metavar="DIR")
    command("test", test)
    command("lint", lint)
    command("bench", bench)
    pictures = command("screenshots", screenshots)
    pictures.add_argument("folder", nargs="?", type=Path, default=ROOT / "out" / "screenshots")
    made = command("package", package)
    made.add_argument("--output", type=Path, default=ROOT / "dist", metavar="DIR")
    command("texts", texts)
    command("lock", lock)
    return parser, frozenset({"test", "bench"})


def set_up(_: argparse.Namespace) -> int:
    """Make the virtual environment and install what is locked; quick when nothing changed."""
    environment.setup()
    say(f"Ready: {environment.tool('mse-studio').relative_to(ROOT)}")
    return 0


def open_window(given: argparse.Namespace) -> int:
    """Open the studio's window, with FILEs loaded."""
    files = [path.resolve() for path in given.files]
    environment.setup()
    if not system.has_screen():
        say("!! There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set).")
        say("   'dev.py demo' runs without one; 'xvfb-run' gives this command a hidden one.")
        return 1
    return environment.run(environment.python(), "-m", "studio", "gui", *files)


def demo(given: argparse.Namespace) -> int:
    """Walk a sample through the whole program, check that it plays, write a report."""
    environment.setup()
    if system.has_apt() and system.is_root():
        # The embedded engine has no H.264: only a real browser can play that half.
        system.require(system.missing_for_browsers(chromium=True, firefox=False), "H.264")
    return demonstration.run(given.output.resolve())


def test(given: argparse.Namespace) -> int:
    """Run the tests; further arguments go to pytest."""
    environment.setup()
    missing = system.missing_for_browsers(chromium=True, firefox=True)
    missing += system.missing_for_webkit()
    missing += system.missing_programs([("xvfb-run", "xvfb"), ("xauth", "xauth")])
    missing += system.missing_for_packaging()
    if system.is_linux() and not system.require(missing, "tests in real browsers"):
        say("!! TESTS THAT PLAY IN A MISSING BROWSER ARE SKIPPED.")
    player_libraries.provide()
    offscreen = {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    pytest = (environment.python(), "-m", "pytest")
    if given.rest:
        return environment.run(*pytest, *given.rest, extra=offscreen)
    return suite.run_all(*pytest, extra=offscreen)


def lint(_: argparse.Namespace) -> int:
    """Check formatting, style and types."""
    environment.setup()
    checks = (
        ("ruff", "format", "--check", "."),
        ("ruff", "check", "."),
        ("mypy",),
    )
    failed = []
    for name, *arguments in checks:
        if environment.run(environment.tool(name), *arguments):
            failed.append(" ".join((name, *arguments)))
    say(f"!! lint failed: {', '.join(failed)}" if failed else "lint: all clean")
    return 1 if failed else 0


def bench(given: argparse.Namespace) -> int:
    """Measure against a named peer, as ratios with their spread."""
    environment.setup()
    return environment.run(environment.python(), ROOT / "build" / "bench.py", *given.rest)


def screenshots(given: argparse.Namespace) -> int:
    """Make pictures of every view, light and dark, off screen."""
    environment.setup()
    return demonstration.take_screenshots(given.folder.resolve())


def package(given: argparse.Namespace) -> int:
    """Build the application folder for this system, into dist/ unless told otherwise."""
    output = given.output.resolve()
    environment.setup()
    if not system.require(system.missing_for_packaging(), "packaging"):
        return 1
    for folder in (PACKAGE_WORK, *_applications(output)):
        shutil.rmtree(folder, ignore_errors=True)
    status = environment.run(
        *(environment.python(), "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"),
        *("--workpath", PACKAGE_WORK, "--distpath", output, ROOT / "build" / "mse-studio.spec"),
    )
    if status == 0:
        for made in _applications(output):
            say(f"{made}: {_megabytes(made)} MB")
    return status


def texts(_: argparse.Namespace) -> int:
    """Collect every text of the source into resources/i18n, to be translated there."""
    environment.setup()
    sentences.write_module()
    return sentences.update_translations(str(environment.tool("pyside6-lupdate")))


def lock(_: argparse.Namespace) -> int:
    """Make the lock files again from pyproject.toml, with uv or pip-compile."""
    locks.make_locks()
    return 0


def _applications(folder: Path) -> list[Path]:
    """Return what packaging makes in a folder, as far as it is there."""
    names = ("mse-studio", "MSE Studio", "MSE Studio.app")
    return [folder / name for name in names if (folder / name).is_dir()]


def _megabytes(folder: Path) -> int:
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return round(sum(path.stat().st_size for path in files) / 1e6)


if __name__ == "__main__":
    sys.exit(main())
