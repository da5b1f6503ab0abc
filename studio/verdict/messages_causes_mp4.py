"""What each rule's breach is, in general words: MP4."""

from collections.abc import Mapping

from studio.verdict.messages_model import ENCODE_MP4, FROM_SOURCE, IN_PLAYER, REFRAGMENT, Cause

_BS = "ISO BMFF byte stream format, section"
_FRAGMENT = "Fragment it by stream copy; nothing is encoded again."
_AGAIN = "Make the file again from its source."

MP4_CAUSES: Mapping[str, Cause] = {
    "MP4-001": Cause(
        "The MP4 is not fragmented (its moov holds no mvex).",
        _FRAGMENT,
        f"{_BS} 3",
        REFRAGMENT,
    ),
    "MP4-002": Cause(
        "The beginning lies in the moov box instead of a fragment.",
        _FRAGMENT,
        f"{_BS} 3",
        REFRAGMENT,
    ),
    "MP4-003": Cause(
        "A track has no fragment defaults (trex), or they name another track.",
        _FRAGMENT,
        f"{_BS} 3",
        REFRAGMENT,
    ),
    "MP4-005": Cause(
        "A box stands at the top level that may not be there.",
        _FRAGMENT,
        f"{_BS} 4",
        REFRAGMENT,
    ),
    "MP4-006": Cause(
        "A box has no size, or more than 2 GB.",
        _FRAGMENT,
        f"{_BS} 4",
        REFRAGMENT,
    ),
    "MP4-007": Cause(
        "A fragment counts its data from the beginning of the file (base-data-offset).",
        _FRAGMENT,
        f"{_BS} 4",
        REFRAGMENT,
    ),
    "MP4-008": Cause(
        "Several tracks share a fragment without default-base-is-moof, so that one track's data "
        "is read from the wrong place.",
        _FRAGMENT,
        f"{_BS} 4",
        REFRAGMENT,
    ),
    "MP4-009": Cause(
        "A fragment does not say where its data begins, or says it wrongly.",
        _FRAGMENT,
        f"{_BS} 4",
        REFRAGMENT,
    ),
    "MP4-010": Cause(
        "A fragment has no decode time (tfdt).",
        _FRAGMENT,
        f"{_BS} 4",
        REFRAGMENT,
    ),
    "MP4-011": Cause(
        "A fragment has no track, or one that the header does not declare.",
        _FRAGMENT,
        f"{_BS} 4",
        REFRAGMENT,
    ),
    "MP4-012": Cause(
        "Media data stands before the fragment that describes it, or without one.",
        _AGAIN,
        f"{_BS} 4",
        FROM_SOURCE,
    ),
    "MP4-013": Cause(
        "Media segments were appended before the init segment.",
        "Append the init segment (ftyp and moov) first.",
        "MSE, segment parser loop",
        IN_PLAYER,
    ),
    "MP4-014": Cause(
        "A second init segment has other tracks or codecs than the first.",
        "Call changeType() before another codec; keep the number and kinds of tracks.",
        "MSE, initialization segment received",
        IN_PLAYER,
    ),
    "MP4-015": Cause(
        "Two tracks have the same number.",
        _FRAGMENT,
        "ISO/IEC 14496-12, track_ID",
        REFRAGMENT,
    ),
    "MP4-016": Cause(
        "A sample's dependency flags have a reserved value.",
        _FRAGMENT,
        "ISO/IEC 14496-12, sample flags",
        REFRAGMENT,
    ),
    "MP4-017": Cause(
        "A segment holds no sample of one of the tracks.",
        _FRAGMENT,
        f"{_BS} 4",
        REFRAGMENT,
    ),
    "MP4-018": Cause(
        "A fragment names samples of no size; they are left out.",
        _FRAGMENT,
        "ISO/IEC 14496-12, trun",
        REFRAGMENT,
    ),
    "MP4-020": Cause(
        "The pictures do not fit their codec configuration (avcC, hvcC): another format of NAL "
        "units, no parameter sets, or damaged data.",
        "Fragment it again from the original stream; transcode it if that does not help.",
        "ISO/IEC 14496-15",
        REFRAGMENT,
    ),
    "MP4-021": Cause(
        "A fragment names data beyond its own end, or is cut off.",
        _AGAIN,
        f"{_BS} 4",
        FROM_SOURCE,
    ),
    "MP4-022": Cause(
        "What was appended is no MP4, or it is damaged.",
        _AGAIN,
        f"{_BS} 4",
        ENCODE_MP4,
    ),
    "MP4-023": Cause(
        "A box that the header needs is missing.",
        _FRAGMENT,
        "ISO/IEC 14496-12, 6.2.3",
        REFRAGMENT,
    ),
    "MP4-024": Cause(
        "A box's content does not fit its size or type.",
        _FRAGMENT,
        "ISO/IEC 14496-12, 4.2",
        REFRAGMENT,
    ),
    "MP4-025": Cause(
        "A timescale is 0, so that no time can be told.",
        _AGAIN,
        "ISO/IEC 14496-12, 8.4.2",
        FROM_SOURCE,
    ),
    "MP4-026": Cause(
        "A track holds something that no browser plays in MP4.",
        "Transcode it to a codec that browsers know.",
        "ISO/IEC 14496-12, 8.5.2",
        ENCODE_MP4,
    ),
    "MP4-028": Cause(
        "The sound's configuration is missing, or one that the engine does not read.",
        _FRAGMENT,
        "ISO/IEC 14496-14, 6.7",
        REFRAGMENT,
    ),
    "MP4-029": Cause(
        "The sound is described in two ways that differ.",
        _FRAGMENT,
        "Encapsulation of Opus in ISO base media file format, 4.3.2",
        REFRAGMENT,
    ),
    "MP4-032": Cause(
        "The runs of a track stand in another order than their data.",
        _FRAGMENT,
        "MSE coded frame processing, step 6",
        REFRAGMENT,
    ),
    "MP4-037": Cause(
        "A fragment has no header, or a run announces more frames than it lists.",
        _FRAGMENT,
        "ISO/IEC 14496-12, 8.8",
        REFRAGMENT,
    ),
    "MP4-038": Cause(
        "A track is declared and holds nothing; the engine waits for it.",
        "Fragment it by stream copy without that track.",
        "MSE, SourceBuffer.buffered",
        REFRAGMENT,
    ),
}
