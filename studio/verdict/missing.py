"""Engines that this machine does not have, and how to get them."""

import platform
import sys
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from studio.verdict.browsers import Engine


class System(StrEnum):
    """Systems with a way of their own to install programs."""

    DEBIAN = "debian"
    UBUNTU = "ubuntu"
    FEDORA = "fedora"
    ARCH = "arch"
    LINUX = "linux"
    """Any other."""
    WINDOWS = "win32"
    MAC = "darwin"


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

_CODECS = "gstreamer1.0-libav gstreamer1.0-plugins-good gstreamer1.0-plugins-bad"

_COMMANDS: Mapping[System, Mapping[str, str]] = {
    System.DEBIAN: {
        "chromium": "sudo apt install chromium",
        "firefox": "sudo apt install firefox-esr",
        "webkit": f"sudo apt install webkit2gtk-driver xvfb {_CODECS}",
        "xvfb": "sudo apt install xvfb",
        "webkit-codecs": f"sudo apt install {_CODECS}",
    },
    System.UBUNTU: {
        "chromium": "sudo snap install chromium",
        "firefox": "sudo snap install firefox",
        "webkit": f"sudo apt install webkit2gtk-driver xvfb {_CODECS}",
        "xvfb": "sudo apt install xvfb",
        "webkit-codecs": f"sudo apt install {_CODECS}",
    },
    System.FEDORA: {
        "chromium": "sudo dnf install chromium",
        "firefox": "sudo dnf install firefox",
        "webkit": "sudo dnf install webkit2gtk4.1 xorg-x11-server-Xvfb",
        "xvfb": "sudo dnf install xorg-x11-server-Xvfb",
        "webkit-codecs": "sudo dnf install gstreamer1-plugin-libav gstreamer1-plugins-good "
        "gstreamer1-plugins-bad-free",
    },
    System.ARCH: {
        "chromium": "sudo pacman -S chromium",
        "firefox": "sudo pacman -S firefox",
        "webkit": "sudo pacman -S webkit2gtk-4.1 xorg-server-xvfb",
        "xvfb": "sudo pacman -S xorg-server-xvfb",
        "webkit-codecs": "sudo pacman -S gst-libav gst-plugins-good gst-plugins-bad",
    },
}
"""Debian's were tried; the others are from the distributions' package lists."""

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
_NO_ANSWER = "It is part of this program and did not answer; the program's log tells why."


def missing_engines(found: Iterable[Engine]) -> tuple[MissingEngine, ...]:
    """Return the engines worth having that are not among those found, and how to get them.

    Args:
        found: from ``find_engines``.
    """
    names = {engine.identity.name for engine in found}
    return tuple(_missing(names, this_system()))


def this_system() -> System:
    """Return which system this is."""
    if sys.platform in (System.WINDOWS, System.MAC):
        return System(sys.platform)
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return System.LINUX
    known = (System.UBUNTU, System.DEBIAN, System.FEDORA, System.ARCH)
    words = [release.get("ID", ""), *release.get("ID_LIKE", "").split()]
    return next((System(word) for word in words if word in known), System.LINUX)


def command_for(what: str, system: System) -> str:
    """Return the terminal's line that installs something here, "" when none is known."""
    return _COMMANDS.get(system, {}).get(what, "")


def _missing(names: Collection[str], system: System) -> Iterable[MissingEngine]:
    if "embedded" not in names:
        yield MissingEngine("embedded", "Embedded engine", _NO_ANSWER)
    wanted = {System.WINDOWS: _ON_WINDOWS, System.MAC: _ON_MAC}.get(system, _ON_LINUX)
    have_chromium = not _CHROMIUM_FAMILY.isdisjoint(names)
    for name, (title, how) in wanted.items():
        if name in names or (name == "chromium" and have_chromium):
            continue
        yield MissingEngine(name, title, how, command_for(name, system))
