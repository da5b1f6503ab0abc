"""Engines that this machine does not have, and how to get them."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from studio.verdict.browsers import Engine, webkit_programs
from studio.verdict.installing import System, command_for, this_system
from studio.verdict.screen import has_no_screen


@dataclass(frozen=True, slots=True)
class MissingEngine:
    """An engine that was not found.

    ``how`` is one sentence, ``command`` a line for the terminal ("" where there is none).
    """

    name: str
    title: str
    how: str
    command: str = ""


_CHROMIUM_FAMILY = frozenset({"chromium", "chrome", "edge", "brave"})
"""One of them is enough: they are one engine."""

_ON_LINUX: Mapping[str, tuple[str, str]] = {
    "chromium": ("Chromium", "Install Chromium, Google Chrome, Microsoft Edge or Brave."),
    "firefox": ("Firefox", "Install Firefox."),
    "webkit": (
        "WebKitGTK",
        "Install the small browser of WebKitGTK or GNOME Web, and Xvfb, its screen out of sight.",
    ),
}
_ON_WINDOWS: Mapping[str, tuple[str, str]] = {
    "chromium": ("Chrome or Edge", "Install Google Chrome or Microsoft Edge."),
    "firefox": ("Firefox", "Install Firefox."),
    "webkit": (
        "Safari's engine",
        "It does not exist for Windows; check in Safari on a Mac or an iPhone.",
    ),
}
_ON_MAC: Mapping[str, tuple[str, str]] = {
    "chromium": ("Google Chrome", "Install Google Chrome, Microsoft Edge or Brave."),
    "firefox": ("Firefox", "Install Firefox."),
}
_NO_SCREEN = "WebKitGTK is here but has no display: install Xvfb, a display out of sight."
_NO_ANSWER = "It is part of this program and did not answer; the program's log tells why."


def missing_engines(found: Iterable[Engine]) -> tuple[MissingEngine, ...]:
    """Return the engines worth having that are not among those found, and how to get them.

    Args:
        found: from ``find_engines``.
    """
    names = {engine.identity.name for engine in found}
    return tuple(_missing(names, this_system()))


def _missing(names: Collection[str], system: System) -> Iterable[MissingEngine]:
    if "embedded" not in names:
        yield MissingEngine("embedded", "Embedded engine", _NO_ANSWER)
    wanted = {System.WINDOWS: _ON_WINDOWS, System.MAC: _ON_MAC}.get(system, _ON_LINUX)
    have_chromium = not _CHROMIUM_FAMILY.isdisjoint(names)
    for name, (title, how) in wanted.items():
        if name in names or (name == "chromium" and have_chromium):
            continue
        if name == "webkit" and _lacks_screen():
            yield MissingEngine(name, title, _NO_SCREEN, command_for("xvfb", system))
            continue
        yield MissingEngine(name, title, how, command_for(name, system))


def _lacks_screen() -> bool:
    """Tell whether WebKitGTK is left out only because nothing can show it."""
    return has_no_screen() and any(webkit_programs())
