"""What each rule's breach is, in general words: WebM, timeline and MIME types."""

from collections.abc import Mapping

from studio.verdict.messages_causes_mp4 import MP4_CAUSES
from studio.verdict.messages_causes_page import PAGE_CAUSES
from studio.verdict.messages_model import (
    ENCODE_MP4,
    FROM_SOURCE,
    IN_PLAYER,
    RECLUSTER,
    REFRAGMENT,
    SPLIT,
    Cause,
)
from studio.verdict.model import Cure, CureKind

_BS = "WebM byte stream format, section"
_AGAIN = "Make the file again from its source."
_REORDER = "Repair it: blocks and clusters are put in order, nothing is encoded again."
_STRING = "Give addSourceBuffer the MIME type that is computed from the init segment."

_WEBM = {
    "WEBM-001": Cause(
        "What was appended does not begin with a WebM header (EBML, Segment, Info, Tracks), or "
        "something foreign stands between its clusters.",
        "Append the init segment first, and whole; make a damaged file again from its source.",
        f"{_BS} 3",
        RECLUSTER,
    ),
    "WEBM-002": Cause(
        "A block stands before its cluster's time.",
        _REORDER,
        f"{_BS} 4",
        RECLUSTER,
    ),
    "WEBM-003": Cause(
        "A block's time is lower than that of the block before it in the same cluster; ffmpeg 7 "
        "and later write sound and picture so.",
        _REORDER,
        f"{_BS} 4; WebM muxer guidelines",
        Cure(
            CureKind.REPAIR,
            "recluster",
            ("-avoid_negative_ts", "-output_ts_offset", "-live 1", "-cues_to_front 1"),
        ),
    ),
    "WEBM-004": Cause(
        "Clusters do not follow each other in time.",
        _REORDER,
        "WebM muxer guidelines",
        RECLUSTER,
    ),
    "WEBM-005": Cause(
        "Clusters of a file with sound and picture begin in the middle of a group of pictures.",
        _REORDER,
        f"{_BS} 5",
        RECLUSTER,
    ),
    "WEBM-006": Cause(
        "What was appended first does not begin with a keyframe.",
        "Append from a segment that begins with a keyframe; repair or transcode the file if none "
        "does.",
        "MSE coded frame processing, step 10",
        RECLUSTER,
    ),
    "WEBM-007": Cause(
        "A block packs several frames (lacing).",
        "Repair it: each frame gets a block of its own.",
        "WebM container guidelines, lacing",
        RECLUSTER,
    ),
    "WEBM-008": Cause(
        "A block belongs to a track that the header does not declare, or with a number over 127.",
        "Repair it: only the tracks that can be played are kept.",
        f"{_BS} 4",
        RECLUSTER,
    ),
    "WEBM-009": Cause(
        "A BlockGroup holds no block, or more than one block or addition.",
        "Repair it: blocks are written anew.",
        "Matroska, BlockGroup",
        RECLUSTER,
    ),
    "WEBM-010": Cause(
        "A track's entry is malformed: a field stands there twice, its name is not plain text, or "
        "its frame duration is 0.",
        "Repair it: the header is written anew.",
        "Matroska, TrackEntry",
        RECLUSTER,
    ),
    "WEBM-011": Cause(
        "The file has more than one track of a kind; only the first is played.",
        "Split it into one file for each track, or leave the others out.",
        f"{_BS} 3",
        SPLIT,
    ),
    "WEBM-012": Cause(
        "Frames are missing, and the declared frame duration makes the engine drop everything up "
        "to the next keyframe.",
        "Repair it: the declared frame duration is taken out; or transcode at a constant rate.",
        "MSE coded frame processing, step 6",
        Cure(CureKind.REPAIR, "recluster", ("-r 1000",)),
    ),
    "WEBM-013": Cause(
        "A block's time is before its cluster's time, which old engines and packagers refuse.",
        _REORDER,
        f"{_BS} 4",
        RECLUSTER,
    ),
    "WEBM-016": Cause(
        "A cluster is damaged or cut off, and more was appended after it.",
        _AGAIN,
        f"{_BS} 4",
        FROM_SOURCE,
    ),
    "WEBM-017": Cause(
        "A cluster's last block has no duration, so that its length is guessed.",
        "Nothing needs to be done; a repaired file has durations.",
        "",
        RECLUSTER,
    ),
    "WEBM-019": Cause(
        "A segment holds no frame of one of the tracks.",
        _REORDER,
        f"{_BS} 4",
        RECLUSTER,
    ),
    "WEBM-020": Cause(
        "The file is no WebM, or holds a codec that WebM does not know.",
        "Repair it if the codecs are WebM's, else transcode it.",
        f"{_BS} 2",
        RECLUSTER,
    ),
}

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

CAUSES: Mapping[str, Cause] = {**_WEBM, **_TIME, **_MIME, **MP4_CAUSES, **PAGE_CAUSES}
"""By code."""
