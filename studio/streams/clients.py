"""What a client calls itself, in plain words."""

import re

_KNOWN = (
    ("Firefox", re.compile(r"Firefox/(\d+)")),
    ("Edge", re.compile(r"Edg/(\d+)")),
    ("Opera", re.compile(r"OPR/(\d+)")),
    ("Embedded engine", re.compile(r"QtWebEngine/(\d+\.\d+)")),
    ("Chromium", re.compile(r"(?:HeadlessChrome|Chrome|Chromium)/(\d+)")),
    ("Safari", re.compile(r"Version/(\d+).* Safari/")),
    ("ffmpeg", re.compile(r"^Lavf/?(\d+)?")),
    ("VLC", re.compile(r"VLC/(\d+)")),
    ("mpv", re.compile(r"^mpv[ /]?(\d+)?")),
    ("curl", re.compile(r"^curl/(\d+)")),
    ("GStreamer", re.compile(r"GStreamer.*?(\d+\.\d+)?$")),
)
UNKNOWN = "other"


def client_name(user_agent: str) -> str:
    """Return ``Chromium 156``, ``Firefox 153``, ``ffmpeg``, or ``other``."""
    for name, pattern in _KNOWN:
        found = pattern.search(user_agent[:512])
        if found:
            version = found[1]
            return f"{name} {version}" if version and name != "ffmpeg" else name
    return UNKNOWN
