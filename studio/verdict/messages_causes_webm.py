"""What each rule's breach is, in general words: WebM."""

from collections.abc import Mapping

from studio.verdict.messages_model import FROM_SOURCE, RECLUSTER, SPLIT, Cause
from studio.verdict.model import Cure, CureKind

_BS = "WebM byte stream format, section"
_AGAIN = "Make the file again from its source."
_REORDER = "Repair it: blocks and clusters are put in order, nothing is encoded again."

WEBM_CAUSES: Mapping[str, Cause] = {
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
    "WEBM-014": Cause(
        "An element that is no cluster has an unknown size, and swallows what stands behind it.",
        "Repair it: the header is written anew.",
        "RFC 8794, section 6.2",
        RECLUSTER,
    ),
    "WEBM-022": Cause(
        "An element stands where it does not belong, is unknown, or holds an impossible number.",
        "Repair it: the file is written anew without it.",
        "WebM container guidelines",
        RECLUSTER,
    ),
    "WEBM-023": Cause(
        "The container compresses or encrypts its frames (ContentEncodings).",
        "Repair it: a stripped header is put back; an encrypted file needs its source.",
        "WebM container guidelines, ContentEncodings",
        RECLUSTER,
    ),
    "WEBM-024": Cause(
        "The track's picture size, display unit or stereo mode is missing or not accepted.",
        "Repair it: the header is written anew.",
        "RFC 9559, section 5.1.4.1.28",
        RECLUSTER,
    ),
    "WEBM-025": Cause(
        "The track does not say its sampling rate or channels, or says impossible ones.",
        _AGAIN,
        "RFC 9559, section 5.1.4.1.29",
        FROM_SOURCE,
    ),
    "WEBM-026": Cause(
        "The decoder's own header (CodecPrivate) is missing or damaged.",
        _AGAIN,
        "WebM container guidelines, codecs",
        FROM_SOURCE,
    ),
    "WEBM-027": Cause(
        "A block is too short for its own header, or holds no frame.",
        "Repair it: the block is left out.",
        "RFC 9559, section 10",
        RECLUSTER,
    ),
    "WEBM-028": Cause(
        "The padding that the decoder shall discard is not possible.",
        "Repair it: the padding is taken out.",
        "RFC 9559, section 5.1.3.5.7",
        RECLUSTER,
    ),
    "WEBM-029": Cause(
        "A second header with other tracks stands in the file, as in files that were joined.",
        "Split the file where it was joined; make it again from its sources.",
        "MSE, initialization segment received",
        FROM_SOURCE,
    ),
    "WEBM-030": Cause(
        "A cluster is longer than its relative times can count (32.767 s), so that they run over.",
        _REORDER,
        "RFC 9559, section 10",
        RECLUSTER,
    ),
    "WEBM-032": Cause(
        "A picture is marked as a keyframe and is none, or the data is of another codec.",
        "Repair it if only the mark is wrong, else transcode it.",
        "MSE coded frame processing, step 10",
        RECLUSTER,
    ),
    "WEBM-033": Cause(
        "The picture has a colour format that no browser decodes.",
        "Transcode it to 4:2:0.",
        "VP9 bitstream specification, 7.2.2",
        Cure(CureKind.PRESET, "webm-vp9-opus"),
    ),
}
