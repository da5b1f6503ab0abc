"""What a repair did to a file, and which frames of it must be found again in the result."""

from dataclasses import dataclass
from enum import StrEnum


class Deed(StrEnum):
    """One kind of change. The ids are printed by ``repair --json``."""

    BLOCKS_ORDERED = "blocks-ordered"
    CLUSTERS_SORTED = "clusters-sorted"
    CLUSTERS_RECUT = "clusters-recut"
    BLOCKS_UNLACED = "blocks-unlaced"
    BLOCKS_REWRITTEN = "blocks-rewritten"
    DURATIONS_TRIMMED = "durations-trimmed"
    PICTURES_LENGTHENED = "pictures-lengthened"
    DEFAULT_DURATION_REMOVED = "default-duration-removed"
    HEADERS_RESTORED = "headers-restored"
    TRACK_RENUMBERED = "track-renumbered"
    CODEC_PRIVATE_SINGLE = "codec-private-single"
    NAME_REMOVED = "name-removed"
    OPUS_DELAY_SET = "opus-delay-set"
    TRACK_ELEMENTS_REMOVED = "track-elements-removed"
    DOC_TYPE_SET = "doc-type-set"
    INDEX_ADDED = "index-added"
    DURATION_SET = "duration-set"
    TIMES_SHIFTED = "times-shifted"
    FRAGMENTED = "fragmented"
    """An MP4 was cut into fragments anew."""
    EDITS_REVEALED = "edits-revealed"
    KEYFRAMES_MARKED = "keyframes-marked"
    TIMES_MENDED = "times-mended"
    ENTRY_RENAMED = "entry-renamed"
    SPLIT = "split"
    PICTURES_LEFT_OUT = "pictures-left-out"
    SOUND_LEFT_OUT = "sound-left-out"
    BLOCKS_LEFT_OUT = "blocks-left-out"
    TRACK_LEFT_OUT = "track-left-out"
    ELEMENT_LEFT_OUT = "element-left-out"
    EMPTY_FRAMES_LEFT_OUT = "empty-frames-left-out"
    FIRST_FRAMES_LEFT_OUT = "first-frames-left-out"
    CUT_END_LEFT_OUT = "cut-end-left-out"


_LEAVES_OUT = frozenset(
    {
        Deed.PICTURES_LEFT_OUT, Deed.SOUND_LEFT_OUT, Deed.BLOCKS_LEFT_OUT, Deed.TRACK_LEFT_OUT,
        Deed.ELEMENT_LEFT_OUT, Deed.EMPTY_FRAMES_LEFT_OUT, Deed.FIRST_FRAMES_LEFT_OUT,
        Deed.CUT_END_LEFT_OUT,
    }
)  # fmt: skip

_SENTENCES = {
    Deed.BLOCKS_ORDERED: "Put {count} blocks into the order of their times.",
    Deed.CLUSTERS_SORTED: "Put the clusters into the order of their times.",
    Deed.CLUSTERS_RECUT: "Cut {count} clusters anew, one at each keyframe.",
    Deed.BLOCKS_UNLACED: "Took {count} blocks apart that packed several frames (lacing).",
    Deed.BLOCKS_REWRITTEN: "Wrote the headers of {count} blocks anew.",
    Deed.DURATIONS_TRIMMED: "Shortened {count} durations of sound that reached into the next.",
    Deed.PICTURES_LENGTHENED: "Let {count} pictures last until the next one, over a hole.",
    Deed.DEFAULT_DURATION_REMOVED: "Took the declared frame duration out of track {text}.",
    Deed.HEADERS_RESTORED: "Gave the frames of track {text} back the bytes stripped from them.",
    Deed.TRACK_RENUMBERED: "Gave track {text} a number that browsers accept.",
    Deed.CODEC_PRIVATE_SINGLE: "Kept one of several codec configurations of track {text}.",
    Deed.NAME_REMOVED: "Removed the name of track {text}, which is not plain ASCII.",
    Deed.OPUS_DELAY_SET: "Set the Opus delay of track {text} to what its header says.",
    Deed.TRACK_ELEMENTS_REMOVED: "Removed {count} header elements that WebM does not know.",
    Deed.DOC_TYPE_SET: "Made it a WebM; it called itself “{text}”.",
    Deed.INDEX_ADDED: "Wrote an index for seeking.",
    Deed.DURATION_SET: "Wrote the duration into the header.",
    Deed.TIMES_SHIFTED: "Moved all times by {text} s.",
    Deed.FRAGMENTED: "Cut at its keyframes; fragments: {count}.",
    Deed.SPLIT: "Wrote picture and sound into files of their own.",
    Deed.EDITS_REVEALED: "{text} s that the edit list hid are shown now.",
    Deed.KEYFRAMES_MARKED: "Marked {count} frames as what they are: keyframe or not.",
    Deed.TIMES_MENDED: "Made the times run on in {count} places.",
    Deed.ENTRY_RENAMED: "Renamed the sample entry {text}, which some browsers refuse.",
    Deed.EMPTY_FRAMES_LEFT_OUT: "Left out {count} frames without a byte.",
    Deed.FIRST_FRAMES_LEFT_OUT: "Left out {count} frames that come before the first keyframe.",
    Deed.PICTURES_LEFT_OUT: "Left out {count} pictures before the first keyframe.",
    Deed.SOUND_LEFT_OUT: "Left out {count} frames of sound before the first picture.",
    Deed.BLOCKS_LEFT_OUT: "Left out {count} blocks of tracks that the header does not declare.",
    Deed.TRACK_LEFT_OUT: "Left out track {text}.",
    Deed.ELEMENT_LEFT_OUT: "Left out the {text}.",
    Deed.CUT_END_LEFT_OUT: "The source is cut off; its last, incomplete frames are left out.",
}


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that was done, how often, and to what."""

    deed: Deed
    count: int = 1
    text: str = ""

    @property
    def leaves_out(self) -> bool:
        """Something of the source is not in the result."""
        return self.deed in _LEAVES_OUT

    @property
    def sentence(self) -> str:
        """Return it in one plain sentence."""
        return _SENTENCES[self.deed].format(count=self.count, text=self.text)


@dataclass(frozen=True, slots=True)
class KeptTrack:
    """A track that goes into the result, by its number here and there.

    ``skipped`` frames at its beginning are left out. ``prefix`` is put before every frame
    (header stripping undone).
    """

    source: int
    target: int
    skipped: int = 0
    prefix: bytes = b""
