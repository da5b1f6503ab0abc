"""How programs are installed here: the line for a terminal, per system."""

import platform
import sys
from collections.abc import Mapping
from enum import StrEnum


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


_CODECS = "gstreamer1.0-libav gstreamer1.0-plugins-good gstreamer1.0-plugins-bad"

_COMMANDS: Mapping[System, Mapping[str, str]] = {
    System.DEBIAN: {
        "chromium": "sudo apt install chromium",
        "firefox": "sudo apt install firefox-esr",
        "webkit": f"sudo apt install webkit2gtk-driver xvfb {_CODECS}",
        "xvfb": "sudo apt install xvfb",
        "webkit-codecs": f"sudo apt install {_CODECS}",
        "firefox-codecs": "sudo apt install libavcodec-extra",
    },
    System.UBUNTU: {
        "chromium": "sudo snap install chromium",
        "firefox": "sudo snap install firefox",
        "webkit": f"sudo apt install webkit2gtk-driver xvfb {_CODECS}",
        "xvfb": "sudo apt install xvfb",
        "webkit-codecs": f"sudo apt install {_CODECS}",
        "firefox-codecs": "sudo apt install libavcodec-extra",
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
