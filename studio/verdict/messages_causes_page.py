"""Causes that lie in the page, the network or the engine, not in the file: codes PAGE-0xx."""

from collections.abc import Mapping

from studio.verdict.messages_model import IN_PLAYER, Cause
from studio.verdict.model import Cure, CureKind

PAGE_CAUSES: Mapping[str, Cause] = {
    "PAGE-001": Cause(
        "An earlier error closed the MediaSource; this message only says that it is gone.",
        "Look for the first error of the page (video.error), and build a new MediaSource.",
        "MSE, SourceBuffer operations",
        IN_PLAYER,
    ),
    "PAGE-002": Cause(
        "The SourceBuffer was still busy with its last operation.",
        "Begin the next operation only after “updateend”.",
        "MSE, SourceBuffer.updating",
        IN_PLAYER,
    ),
    "PAGE-003": Cause(
        "The browser does not begin with sound before the user clicked something.",
        "Mute the element, or call play() from a click.",
        "HTML, autoplay",
        IN_PLAYER,
    ),
    "PAGE-004": Cause(
        "This engine has no decoder for one of the codecs, or not for this profile or size.",
        "Play it in another engine, or transcode it to a codec that this one has.",
        "",
        Cure(CureKind.PRESET, "webm-vp9-opus"),
    ),
    "PAGE-005": Cause(
        "The file or the playlist did not arrive: that is the network's or the server's matter.",
        "Look at the failed request: address, status and CORS headers.",
        "",
        IN_PLAYER,
    ),
    "PAGE-006": Cause(
        "play() was called and the element was paused or loaded anew before it could begin.",
        "Wait for play() before pausing or changing the source.",
        "HTML, media elements",
        IN_PLAYER,
    ),
    "PAGE-007": Cause(
        "The stream is protected, and there is no key or no key system for it here.",
        "Ask whoever protects it; nothing is wrong with the segments.",
        "Encrypted Media Extensions",
    ),
}
