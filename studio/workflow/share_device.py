"""Who a device is, told from what its browser says of itself; no more than is certain."""

import re
from dataclasses import dataclass

from studio.verdict.model import EngineIdentity

DEVICE = "device"
"""The name of every engine on another device."""
IPAD_POINTS = 2
"""An iPad calls itself a Mac; no Mac has a screen that tells so many fingers apart."""
_BROWSERS = (
    (r"(?:Edg|EdgA|EdgiOS)/(\d{1,4})", "Edge"),
    (r"(?:OPR|OPT|OPX)/(\d{1,4})", "Opera"),
    (r"SamsungBrowser/(\d{1,4})", "Samsung Internet"),
    (r"YaBrowser/(\d{1,4})", "Yandex Browser"),
    (r"Vivaldi/(\d{1,4})", "Vivaldi"),
    (r"(?:Firefox|FxiOS)/(\d{1,4})", "Firefox"),
    (r"; wv\).*Chrome/(\d{1,4})", "Android WebView"),
    (r"(?:Chrome|CriOS)/(\d{1,4})", "Chrome"),
)
"""In this order: many browsers name Chrome and Safari beside themselves."""
_SAFARI = re.compile(r"Version/(\d{1,4})[\d.]* (?:Mobile/\w+ )?Safari/")
_SYSTEMS = (
    (r"iPhone", "iPhone"),
    (r"iPad", "iPad"),
    (r"Android", "Android"),
    (r"CrOS", "ChromeOS"),
    (r"Tizen|Web0S|SMART-TV", "TV"),
    (r"Windows", "Windows"),
    (r"Macintosh", "Mac"),
    (r"Linux|X11", "Linux"),
)
_APPLE = frozenset({"iPhone", "iPad", "Mac"})


@dataclass(frozen=True, slots=True)
class Device:
    """A browser on another device: ``Safari``, ``18``, ``iPhone``; each may be empty."""

    browser: str
    version: str
    system: str

    @property
    def title(self) -> str:
        """``Safari 18 on iPhone``."""
        name = f"{self.browser or 'A browser'} {self.version}".strip()
        return f"{name} on {self.system}" if self.system else f"{name} on another device"

    @property
    def identity(self) -> EngineIdentity:
        """What reports of this device carry; the version is part of its title."""
        return EngineIdentity(DEVICE, self.title)


def device_of(user_agent: str, touch_points: int = 0) -> Device:
    """Return who sent this user agent.

    Args:
        user_agent: anything; what is not known stays unnamed.
        touch_points: ``navigator.maxTouchPoints``.
    """
    system = next((name for sign, name in _SYSTEMS if re.search(sign, user_agent)), "")
    if system == "Mac" and touch_points >= IPAD_POINTS:
        system = "iPad"
    for sign, name in _BROWSERS:
        if found := re.search(sign, user_agent):
            return Device(name, found.group(1), system)
    if found := _SAFARI.search(user_agent):
        name = "Safari" if system in _APPLE else "A WebKit browser"
        return Device(name, found.group(1) if system in _APPLE else "", system)
    return Device("", "", system)
