"""The engines of this machine: the embedded one, and installed browsers."""

import dataclasses
import shutil
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

from studio import paths
from studio.verdict.engine import Engine as Engine  # noqa: PLC0414 - found here by all who use it
from studio.verdict.engine import EngineKind as EngineKind  # noqa: PLC0414
from studio.verdict.known_browsers import KNOWN, SAFARI, commands_for, mini_browsers
from studio.verdict.model import EngineIdentity
from studio.verdict.versions import version_of

WEBKIT_TITLE = "WebKitGTK"
GNOME_WEB_TITLE = "WebKitGTK (GNOME Web)"
MAX_ASKED = 8
"""Programs asked for their version at the same time; most of them only wait."""


def find_engines() -> tuple[Engine, ...]:
    """Return every engine of this machine, the embedded one first.

    Each is asked for its version, all at once; one that does not answer is left out, and
    the next install of the same browser asked. May take seconds: not for a window's thread.
    """
    with ThreadPoolExecutor(max_workers=MAX_ASKED) as pool:
        asked = list(pool.map(_first_that_answers, _candidates()))
    return tuple(engine for engine in asked if engine is not None)


def chromium_browsers() -> tuple[Engine, ...]:
    """Return installed browsers of the Chromium line, not yet asked for their version.

    The ones with every licensed codec come first. Takes some milliseconds.
    """
    known = [each for each in KNOWN if each.kind is EngineKind.CHROMIUM]
    known.sort(key=lambda each: each.name == "chromium")
    found = []
    for each in known:
        commands = dict.fromkeys(commands_for(each))
        found += [_engine(each.name, each.title, each.kind, command) for command in commands]
    return tuple(found)


def _candidates() -> list[list[Engine]]:
    """Return the installs of each browser, the best one first."""
    found = [[_embedded()]]
    for known in KNOWN:
        commands = dict.fromkeys(commands_for(known))
        found.append([_engine(known.name, known.title, known.kind, each) for each in commands])
    found.append(list(webkit_programs()))
    if sys.platform == "darwin" and SAFARI.exists():
        opening = ("/usr/bin/open", "-a", "Safari")
        safari = _engine("safari", "Safari", EngineKind.SAFARI, opening)
        identity = dataclasses.replace(safari.identity, path=str(SAFARI))
        found.append([dataclasses.replace(safari, identity=identity)])
    return found


def webkit_programs() -> Iterator[Engine]:
    """Yield the programs installed here that show pages with WebKitGTK."""
    for path in mini_browsers():
        yield _engine("webkit", WEBKIT_TITLE, EngineKind.WEBKIT, (str(path),))
    epiphany, bus = shutil.which("epiphany"), shutil.which("dbus-run-session")
    if epiphany and bus:
        command = (bus, "--", epiphany)
        yield _engine("webkit", GNOME_WEB_TITLE, EngineKind.WEBKIT, command)


def _embedded() -> Engine:
    identity = EngineIdentity("embedded", "Qt WebEngine", path=sys.executable)
    return Engine(identity, EngineKind.EMBEDDED, tuple(paths.self_command("--engine-view")))


def _engine(name: str, title: str, kind: EngineKind, command: tuple[str, ...]) -> Engine:
    return Engine(EngineIdentity(name, title, path=command[-1]), kind, command)


def _first_that_answers(installs: list[Engine]) -> Engine | None:
    for engine in installs:
        version = version_of(engine)
        if version is not None:
            identity = dataclasses.replace(engine.identity, version=version)
            return dataclasses.replace(engine, identity=identity)
    return None
