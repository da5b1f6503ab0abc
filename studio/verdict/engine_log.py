"""Reading what an engine wrote to its log."""

import re

MAX_CHARACTERS = 300
_PREFIX = re.compile(r"^\[[\d:/.]+:(?:[A-Z]+:)?[^\]]*\]\s*|^\(.{0,80}?\): ")
"""Chromium's ``[pid:time:FATAL:file(line)]`` and GLib's ``(program:pid): ``."""
_SIGNS = (
    re.compile(r"WebProcess CRASHED"),
    re.compile(r"\bFATAL\b|without --no-sandbox|cannot open display|Traceback", re.IGNORECASE),
    re.compile(r"cannot|could not|can't|failed|failure|missing|no such file|denied", re.IGNORECASE),
    re.compile(r"\berror\b|\bcrash|\babort", re.IGNORECASE),
)
"""What tells most, first."""
_NOISE = re.compile(
    r"ALSA lib|dbus|D-Bus|gcm|vaapi|libva|glx|GLX|MESA|gpu_|viz_|Vulkan|xdg-settings|"
    r"propagateSizeHints|libEGL|pulse",
)


def telling_line(text: str) -> str:
    """Return the line that says best why an engine ended, "" when there is none.

    Args:
        text: the end of its log.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    telling = [line for line in lines if not _NOISE.search(line)]
    for sign in _SIGNS:
        for line in telling:
            if sign.search(line):
                return _short(line)
    return _short((telling or lines or [""])[0])


def _short(line: str) -> str:
    return _PREFIX.sub("", line)[:MAX_CHARACTERS]
