"""Lines of browser engines."""

from enum import StrEnum


class EngineFamily(StrEnum):
    """The three lines of engines whose way with MSE we know."""

    CHROMIUM = "chromium"
    FIREFOX = "firefox"
    WEBKIT = "webkit"
