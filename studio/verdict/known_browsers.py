"""Browsers that we know how to drive, and where each system keeps them."""

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from studio.verdict.engine import EngineKind


@dataclass(frozen=True, slots=True)
class KnownBrowser:
    """A browser and its usual places, the most stable version first.

    ``programs`` are names on the search path, ``windows`` and ``mac`` places below the
    folders for programs, ``flatpaks`` ids of applications.
    """

    name: str
    title: str
    kind: EngineKind
    programs: tuple[str, ...]
    windows: tuple[str, ...] = ()
    mac: tuple[str, ...] = ()
    flatpaks: tuple[str, ...] = ()


KNOWN = (
    KnownBrowser(
        "chromium", "Chromium", EngineKind.CHROMIUM,
        ("chromium", "chromium-browser"),
        (r"Chromium\Application\chrome.exe",),
        ("Chromium.app/Contents/MacOS/Chromium",),
        ("org.chromium.Chromium",),
    ),
    KnownBrowser(
        "chrome", "Google Chrome", EngineKind.CHROMIUM,
        ("google-chrome", "google-chrome-stable", "google-chrome-beta", "google-chrome-unstable"),
        (r"Google\Chrome\Application\chrome.exe", r"Google\Chrome Beta\Application\chrome.exe"),
        (
            "Google Chrome.app/Contents/MacOS/Google Chrome",
            "Google Chrome Beta.app/Contents/MacOS/Google Chrome Beta",
        ),
        ("com.google.Chrome",),
    ),
    KnownBrowser(
        "edge", "Microsoft Edge", EngineKind.CHROMIUM,
        ("microsoft-edge", "microsoft-edge-stable", "microsoft-edge-beta", "microsoft-edge-dev"),
        (r"Microsoft\Edge\Application\msedge.exe", r"Microsoft\Edge Beta\Application\msedge.exe"),
        (
            "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
            "Microsoft Edge Beta.app/Contents/MacOS/Microsoft Edge Beta",
        ),
        ("com.microsoft.Edge",),
    ),
    KnownBrowser(
        "brave", "Brave", EngineKind.CHROMIUM,
        ("brave-browser", "brave-browser-stable", "brave", "brave-browser-beta"),
        (
            r"BraveSoftware\Brave-Browser\Application\brave.exe",
            r"BraveSoftware\Brave-Browser-Beta\Application\brave.exe",
        ),
        (
            "Brave Browser.app/Contents/MacOS/Brave Browser",
            "Brave Browser Beta.app/Contents/MacOS/Brave Browser Beta",
        ),
        ("com.brave.Browser",),
    ),
    KnownBrowser(
        "firefox", "Firefox", EngineKind.FIREFOX,
        (
            "firefox", "firefox-esr", "firefox-beta", "firefox-devedition",
            "firefox-developer-edition", "firefox-nightly",
        ),
        (
            r"Mozilla Firefox\firefox.exe", r"Firefox Developer Edition\firefox.exe",
            r"Firefox Nightly\firefox.exe",
        ),
        (
            "Firefox.app/Contents/MacOS/firefox",
            "Firefox Developer Edition.app/Contents/MacOS/firefox",
            "Firefox Nightly.app/Contents/MacOS/firefox",
        ),
        ("org.mozilla.firefox",),
    ),
)  # fmt: skip
"""Source of the folders: GoogleChrome/chrome-launcher src/chrome-finder.ts and
karma-runner/karma-firefox-launcher index.js; the Windows and macOS ones are not tested."""

SAFARI = Path("/Applications/Safari.app")

_LIBEXEC = ("/usr/lib/*-linux-gnu*", "/usr/libexec", "/usr/lib64", "/usr/lib")
"""Debian; Fedora; others with two widths; Arch."""
_WEBKIT_LIBRARIES = ("webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0")
"""The one that was measured first."""
_FLATPAK_EXPORTS = (
    Path("/var/lib/flatpak/exports/bin"),
    Path("~/.local/share/flatpak/exports/bin").expanduser(),
)
_SCRIPT_BYTES = 4096


def commands_for(known: KnownBrowser) -> Iterator[tuple[str, ...]]:
    """Yield the commands that start a browser here, the best place first."""
    found = (shutil.which(program) for program in known.programs)
    yield from ((_out_of_wrapper(Path(path)),) for path in found if path)
    yield from ((str(path),) for path in _programs_below(known) if path.is_file())
    if shutil.which("flatpak"):
        for application in known.flatpaks:
            if any((folder / application).exists() for folder in _FLATPAK_EXPORTS):
                yield ("flatpak", "run", application)


def mini_browsers() -> Iterator[Path]:
    """Yield WebKitGTK's own small browsers that are installed."""
    for library in _WEBKIT_LIBRARIES:
        for folder in _LIBEXEC:
            places = Path("/").glob(f"{folder[1:]}/{library}/MiniBrowser")
            yield from (path for path in sorted(places) if os.access(path, os.X_OK))


def snap_of(program: str) -> str:
    """Return the name of the snap a command belongs to; "" for other programs."""
    path = Path(program)
    return path.name if path.parent == Path("/snap/bin") else ""


def _out_of_wrapper(path: Path) -> str:
    """Return the snap that a distribution's small script stands for (Ubuntu), or the path."""
    snap = Path("/snap/bin") / path.name.removesuffix("-browser")
    if path.parent == snap.parent or not snap.exists():
        return str(path)
    try:
        with path.open("rb") as file:
            return str(snap) if str(snap).encode() in file.read(_SCRIPT_BYTES) else str(path)
    except OSError:
        return str(path)


def _programs_below(known: KnownBrowser) -> Iterable[Path]:
    system: str = sys.platform
    if system == "win32":
        roots = ("LOCALAPPDATA", "PROGRAMFILES", "PROGRAMFILES(X86)")
        return _below((os.environ.get(root) for root in roots), known.windows)
    if system == "darwin":
        return _below(("/Applications", str(Path.home() / "Applications")), known.mac)
    return ()


def _below(roots: Iterable[str | None], names: Iterable[str]) -> Iterator[Path]:
    known = [root for root in roots if root]
    yield from (Path(root) / name for name in names for root in known)
