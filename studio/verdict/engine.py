"""What an engine of this machine is, and how it is started."""

from dataclasses import dataclass
from enum import StrEnum

from studio.verdict.model import EngineIdentity

Preference = tuple[str, bool | int | str]
"""A name of Firefox' about:config, and its value."""


class EngineKind(StrEnum):
    """How an engine is started."""

    EMBEDDED = "embedded"
    CHROMIUM = "chromium"
    FIREFOX = "firefox"
    WEBKIT = "webkit"
    """WebKitGTK, in its own small browser or in GNOME Web."""
    SAFARI = "safari"


@dataclass(frozen=True, slots=True)
class Engine:
    """An engine that can be launched; ``command`` starts it, without options.

    ``preferences`` are set beside ours in Firefox' profile; other engines have none.
    """

    identity: EngineIdentity
    kind: EngineKind
    command: tuple[str, ...]
    preferences: tuple[Preference, ...] = ()

    @property
    def is_ours(self) -> bool:
        """Tell whether it runs unseen, in a profile of its own, and is ended by us.

        Not so Safari: the page is opened in the user's own, and stays until they close it.
        """
        return self.kind is not EngineKind.SAFARI

    @property
    def note(self) -> str:
        """What the user should know before it is used, in one sentence; mostly ""."""
        if self.is_ours:
            return ""
        return "Its page opens in a window of your own Safari and stays until you close it."
