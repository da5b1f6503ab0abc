"""Engines that this machine does not have, and how to get them."""

import sys
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from studio.verdict.browsers import Engine, EngineKind, webkit_programs
from studio.verdict.capabilities import CAPABILITIES
from studio.verdict.installing import System, command_for, this_system
from studio.verdict.screen import has_no_screen

_H264_AAC = tuple(one.mime for one in CAPABILITIES if one.key in ("h264-high-mp4", "aac-lc-mp4"))
_DECODERS: Mapping[EngineKind, tuple[str, str]] = {
    EngineKind.EMBEDDED: (
        "It is built without H.264 and AAC; another browser on this machine can play them.",
        "",
    ),
    EngineKind.FIREFOX: (
        "Firefox decodes H.264 and AAC with FFmpeg's libraries of this system: install them.",
        "firefox-codecs",
    ),
    EngineKind.WEBKIT: (
        "WebKitGTK decodes H.264 and AAC with GStreamer's plug-ins: install them.",
        "webkit-codecs",
    ),
}


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


def missing_decoders(engine: Engine, types: Mapping[str, bool]) -> MissingEngine | None:
    """Return how an engine that is here learns to decode H.264 and AAC, if it cannot.

    Args:
        engine: who was asked.
        types: MIME type -> its answer; of ``capabilities.codec_mimes``.

    Returns:
        None when it decodes them, or was not asked.
    """
    if all(types.get(mime, True) for mime in _H264_AAC):
        return None
    how, package = _DECODERS.get(engine.kind, ("", ""))
    if sys.platform != "linux" and engine.kind is not EngineKind.EMBEDDED:
        return None
    identity = engine.identity
    command = command_for(package, this_system())
    return MissingEngine(identity.name, identity.title, how, command) if how else None


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
