"""What each rule's breach is, in general words: all causes by code; timeline and MIME types."""

from collections.abc import Mapping

from studio.verdict.messages_causes_mp4 import MP4_CAUSES
from studio.verdict.messages_causes_page import PAGE_CAUSES
from studio.verdict.messages_causes_webm import WEBM_CAUSES
from studio.verdict.messages_model import (
    ENCODE_MP4,
    IN_PLAYER,
    REFRAGMENT,
    Cause,
)
from studio.verdict.model import Cure, CureKind

_BS = "WebM byte stream format, section"
_STRING = "Give addSourceBuffer the MIME type that is computed from the init segment."

_TIME = {
    "TIME-001": Cause(
        "Sound or picture begins too long after 0, so a player that starts at 0 waits for ever.",
        "Repair it, so that times begin at 0, or let the player seek to where the buffer begins.",
        "",
        IN_PLAYER,
    ),
    "TIME-002": Cause(
        "There is a pause between two segments that is longer than a frame.",
        "Transcode at a constant frame rate; a player can seek over the hole.",
        "MSE, “seamless playback of media segments”",
        ENCODE_MP4,
    ),
    "TIME-003": Cause(
        "The buffer has a hole where playback stands.",
        "Make the segments join; a player can seek to where the next range begins.",
        "MSE, “seamless playback of media segments”",
        ENCODE_MP4,
    ),
    "TIME-004": Cause(
        "A fragment's decode time is not where the one before it ended.",
        "Fragment it again by stream copy; decode times are then continuous.",
        "ISO/IEC 23000-19, 7.3.2.2",
        REFRAGMENT,
    ),
    "TIME-005": Cause(
        "Frames do not stand in the order in which they are decoded.",
        "Fragment it again by stream copy.",
        "MSE coded frame processing, step 6",
        REFRAGMENT,
    ),
    "TIME-006": Cause(
        "The first keyframe's time is before 0, and everything that depends on it is dropped.",
        "Fragment it again by stream copy, or append with a timestampOffset.",
        "MSE coded frame processing, step 8",
        REFRAGMENT,
    ),
    "TIME-007": Cause(
        "The edit list has an empty edit or several edits, which engines treat differently.",
        "Fragment it again by stream copy with a single edit.",
        "ISO BMFF byte stream format, section 3",
        REFRAGMENT,
    ),
    "TIME-008": Cause(
        "B-frames push the first picture behind 0, because no edit list takes that back.",
        "Fragment it again by stream copy; ffmpeg needs +delay_moov for it.",
        "",
        REFRAGMENT,
    ),
    "TIME-009": Cause(
        "A segment begins with a picture that needs earlier ones (no keyframe, or an open group of "
        "pictures), and playback was begun there.",
        "Transcode it with closed groups and a keyframe at each segment's beginning.",
        "ISO BMFF byte stream format, section 5",
        Cure(CureKind.PRESET, "mp4-h264-aac", ("--force-i-frame-sync",)),
    ),
    "TIME-010": Cause(
        "The container calls a picture a keyframe that is none, or the other way round.",
        "Fragment it again by stream copy, with the flags taken from the pictures.",
        "ISO/IEC 14496-12, sample flags",
        REFRAGMENT,
    ),
    "TIME-011": Cause(
        "A SourceBuffer with sound and picture is in “sequence” mode, where they can drift apart.",
        "Use “segments” mode, or one SourceBuffer for each track.",
        "MSE, SourceBuffer.mode",
        IN_PLAYER,
    ),
    "TIME-014": Cause(
        "The SourceBuffer is full: nothing was removed from it, or a segment is too large.",
        "Remove what is behind the playhead and append again; use shorter segments or a lower bit "
        "rate.",
        "MSE, prepare append",
        IN_PLAYER,
    ),
    "TIME-015": Cause(
        "The bytes are not in the container that the MIME type names, or the stream ended before "
        "its init segment was complete.",
        "Append the init segment first, and give addSourceBuffer the container's own type.",
        "MSE, addSourceBuffer",
        IN_PLAYER,
    ),
}

_MIME = {
    "MIME-001": Cause(
        "The MIME type names no codecs.",
        _STRING,
        "MSE byte stream formats, section 2",
        IN_PLAYER,
    ),
    "MIME-002": Cause(
        "The codecs of the MIME type are not those of the tracks in the init segment.",
        _STRING,
        "MSE, initialization segment received",
        IN_PLAYER,
    ),
    "MIME-003": Cause(
        "A codec's name has capital letters that engines do not expect.",
        _STRING,
        "RFC 6381",
        IN_PLAYER,
    ),
    "MIME-004": Cause(
        "The codec's name does not belong to this container: VP9 in MP4 is “vp09.…”, VP8 is for "
        "WebM only.",
        _STRING,
        "VP codec ISO media file format binding",
        IN_PLAYER,
    ),
    "MIME-005": Cause(
        "An audio type names a video codec.",
        "Use “video/…” as soon as there is a picture.",
        f"{_BS} 2",
        IN_PLAYER,
    ),
    "MIME-007": Cause(
        "The H.265 track is tagged “hev1”, which Safari does not play.",
        "Fragment it again by stream copy with the tag “hvc1”.",
        "Apple HLS authoring specification",
        REFRAGMENT,
    ),
    "MIME-008": Cause(
        "A SourceBuffer was added after data had been appended to another one.",
        "Add all SourceBuffers before the first append.",
        "MSE, addSourceBuffer",
        IN_PLAYER,
    ),
}

CAUSES: Mapping[str, Cause] = {**WEBM_CAUSES, **_TIME, **_MIME, **MP4_CAUSES, **PAGE_CAUSES}
"""By code."""
