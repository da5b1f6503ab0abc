"""Rules about the MIME type a player names for a file (the rule list's C1 to C7, and T15)."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from studio.segments.model import Family, SegmentMap, Track, TrackKind
from studio.verdict.engine_models import FIREFOX
from studio.verdict.model import Cure, CureKind, Effect, EngineFamily, Finding, Hit, Severity
from studio.verdict.rules_webm_words import APPEND, chromium, firefox, webkit
from studio.verdict.support import Answer, can_decode

_SPEC = "RFC 6381; MSE byte stream format, section 2"
_PLAYER = Cure(CureKind.PLAYER)
_NOT_SUPPORTED = (
    "NotSupportedError: Failed to execute 'addSourceBuffer' on 'MediaSource': The type provided "
    "is unsupported."
)
_CANNOT_PLAY = "NotSupportedError: MediaSource.addSourceBuffer: Can't play type"
_WRONG_CONTAINER = (
    "DEMUXER_ERROR_COULD_NOT_OPEN: MediaSource endOfStream before demuxer initialization completes "
    "(before HAVE_METADATA) is treated as an error."
)
_VIDEO = frozenset({"vp8", "vp08", "vp9", "vp09", "av01", "avc1", "avc3", "hvc1", "hev1"})
_SAME = {"vp9": "vp09", "avc3": "avc1", "hev1": "hvc1"}
"""Names of one codec that a browser does not tell apart (measured)."""

_REFUSED = (
    chromium(_NOT_SUPPORTED),
    firefox(words=_CANNOT_PLAY),
    webkit(),
)
_SAFARI = Hit(EngineFamily.WEBKIT, Effect.REFUSES, only="safari")
"""Apple's builds only: WebKitGTK plays H.265 with both tags (measured with 2.50.6)."""


@dataclass(frozen=True, slots=True)
class MimeType:
    """A MIME type in its parts; ``codecs`` is None without a codecs parameter."""

    kind: str
    container: str
    codecs: tuple[str, ...] | None

    @property
    def families(self) -> tuple[str, ...]:
        """The codecs' first words, in lower case."""
        return tuple(family_of(codec) for codec in self.codecs or ())


def parse_mime(text: str) -> MimeType:
    """Split a MIME type such as ``video/mp4; codecs="avc1.64001f,mp4a.40.2"``."""
    head, _, rest = text.partition(";")
    kind, _, container = head.strip().lower().partition("/")
    found = re.search(r"codecs\s*=\s*(\"[^\"]*\"|'[^']*'|[^;]*)", rest, re.IGNORECASE)
    if found is None:
        return MimeType(kind, container, None)
    names = found.group(1).strip().strip("\"'").split(",")
    return MimeType(kind, container, tuple(name.strip() for name in names if name.strip()))


def family_of(codec: str) -> str:
    """Return what a browser compares of a codec's name: ``vp09`` of ``vp9`` and ``vp09.00...``."""
    first, _, rest = codec.lower().partition(".")
    if first == "mp4a":
        return "mp4a" if rest.startswith("40") or rest in ("67", "") else f"mp4a.{rest}"
    return _SAME.get(first, first)


def mime_findings(segment_map: SegmentMap, declared: str | None = None) -> Iterator[Finding]:
    """Yield what is wrong with a file's codecs, and with the MIME type a player uses for it.

    Args:
        segment_map: the file.
        declared: the MIME type of a player, an HLS playlist or a DASH manifest; None when
            only the file itself is to be judged.
    """
    yield from _unnamed(segment_map)
    if declared is None:
        return
    told = parse_mime(declared)
    if not _holds(told, segment_map.family):
        yield _wrong_container(segment_map, told)
    elif told.codecs is None:
        yield _no_codecs(segment_map)
    else:
        yield from _codec_findings(segment_map, told)


def _suggest(segment_map: SegmentMap) -> str:
    return f"Let the player name {segment_map.mime}."


def _unnamed(segment_map: SegmentMap) -> Iterator[Finding]:
    for track in _named_tracks(segment_map):
        if not track.codec_string:
            yield Finding(
                "MIME-001",
                Severity.BLOCK,
                f"Track {track.number} ({track.codec_id or 'no codec'}) has no codec name that a "
                "SourceBuffer could be given.",
                None,
                _SPEC,
                "Transcode it to a codec that browsers know.",
                hits=_REFUSED,
                cure=Cure(CureKind.PRESET, "mp4-h264-aac"),
            )
        elif track.codec_string.startswith("hev1"):
            yield Finding(
                "MIME-007",
                Severity.WARN,
                "The H.265 track is tagged hev1, which Safari does not play.",
                None,
                "Apple HLS authoring specification, 1.10",
                "Repair it: the tag becomes hvc1, nothing is encoded again.",
                hits=(firefox(Effect.HARMLESS), _SAFARI),
                cure=Cure(CureKind.REPAIR, "refragment"),
            )


def _holds(told: MimeType, family: Family) -> bool:
    return told.kind in ("video", "audio") and told.container == family.value


def _wrong_container(segment_map: SegmentMap, told: MimeType) -> Finding:
    return Finding(
        "TIME-015",
        Severity.BLOCK,
        f"The file is {segment_map.family}, and the player names {told.kind}/{told.container}: "
        "Chromium says nothing until the stream ends.",
        0,
        "MSE, segment parser loop",
        _suggest(segment_map),
        hits=(chromium(_WRONG_CONTAINER), firefox(), webkit()),
        cure=_PLAYER,
    )


def _no_codecs(segment_map: SegmentMap) -> Finding:
    return Finding(
        "MIME-001",
        Severity.BLOCK,
        "The player's MIME type has no codecs parameter, which Chromium refuses.",
        None,
        _SPEC,
        _suggest(segment_map),
        hits=(chromium(_NOT_SUPPORTED), firefox(Effect.HARMLESS)),
        cure=_PLAYER,
    )


def _codec_findings(segment_map: SegmentMap, told: MimeType) -> Iterator[Finding]:
    codecs = told.codecs or ()
    yield from _upper_case(segment_map, codecs)
    if segment_map.family is Family.MP4:
        yield from _vp_in_mp4(segment_map, codecs)
    if told.kind == "audio" and any(codec.split(".")[0].lower() in _VIDEO for codec in codecs):
        yield Finding(
            "MIME-005",
            Severity.BLOCK,
            "The player's MIME type is for sound alone (audio/…) and lists a picture codec.",
            None,
            _SPEC,
            _suggest(segment_map),
            hits=_REFUSED,
            cure=_PLAYER,
        )
    expected = _named_tracks(segment_map)
    missing, extra = _difference(expected, told)
    if missing or extra:
        yield _other_codecs(segment_map, missing, extra)
    else:
        yield from _profiles(segment_map, expected, codecs)


def _named_tracks(segment_map: SegmentMap) -> list[Track]:
    """Return the tracks that the computed MIME type names."""
    tracks = [track for track in segment_map.tracks if track.kind is not TrackKind.OTHER]
    if segment_map.family is Family.MP4:
        return tracks
    kinds: dict[TrackKind, Track] = {}
    for track in tracks:
        kinds.setdefault(track.kind, track)
    return list(kinds.values())


def _difference(expected: list[Track], told: MimeType) -> tuple[list[str], list[str]]:
    """Return the codecs that the MIME type lacks, and those that the file lacks."""
    have = Counter(family_of(track.codec_string) for track in expected)
    named = Counter(told.families)
    return sorted((have - named).elements()), sorted((named - have).elements())


def _other_codecs(segment_map: SegmentMap, missing: list[str], extra: list[str]) -> Finding:
    named = ", ".join(extra) or "too few codecs"
    held = ", ".join(missing) or "fewer"
    words = f"Initialization segment misses expected {extra[0]} track." if extra else ""
    return Finding(
        "MIME-002",
        Severity.BLOCK,
        f"The player's MIME type names {named} where the file holds {held}: Chromium refuses the "
        "file, Firefox does not look.",
        None,
        "MSE, initialization segment received",
        _suggest(segment_map),
        hits=(
            Hit(EngineFamily.CHROMIUM, Effect.REFUSES, APPEND + words if words else "", "156"),
            _firefox_on(segment_map, extra),
        ),
        cure=_PLAYER,
    )


def _firefox_on(segment_map: SegmentMap, extra: list[str]) -> Hit:
    """Return what Firefox does with wrongly named codecs: it refuses those it cannot play."""
    named = (Track(0, TrackKind.AUDIO, codec, codec, 1) for codec in extra)
    answers = [can_decode(FIREFOX, track, segment_map.family).answer for track in named]
    if Answer.NO in answers:
        return firefox(words=_CANNOT_PLAY)
    return firefox(Effect.HARMLESS)


def _upper_case(segment_map: SegmentMap, codecs: tuple[str, ...]) -> Iterator[Finding]:
    for codec in codecs:
        first = codec.split(".")[0]
        if first != first.lower():
            webm_opus = segment_map.family is Family.WEBM and first == "Opus"
            in_mp4 = segment_map.family is Family.MP4 and first in ("Opus", "fLaC")
            yield Finding(
                "MIME-003",
                Severity.WARN if in_mp4 else Severity.BLOCK,
                f"The player's MIME type writes “{codec}” with capital letters, which not every "
                "browser takes.",
                None,
                _SPEC,
                _suggest(segment_map),
                hits=_capital_hits(webm_opus=webm_opus, in_mp4=in_mp4),
                cure=_PLAYER,
            )
            return


def _capital_hits(*, webm_opus: bool, in_mp4: bool) -> tuple[Hit, ...]:
    if in_mp4:
        return chromium("", Effect.HARMLESS), firefox(Effect.HARMLESS)
    if webm_opus:
        words = APPEND + "Audio stream codec opus doesn't match SourceBuffer codecs."
        old = Hit(EngineFamily.CHROMIUM, Effect.REFUSES, words, "140", only="embedded")
        return old, firefox(words=_CANNOT_PLAY), webkit(measured="2.50.6")
    return _REFUSED


def _vp_in_mp4(segment_map: SegmentMap, codecs: tuple[str, ...]) -> Iterator[Finding]:
    short = [codec for codec in codecs if codec in ("vp8", "vp9") or codec.startswith("vp08")]
    if short:
        only_vp9 = short == ["vp9"]
        yield Finding(
            "MIME-004",
            Severity.BLOCK,
            f"In MP4 VP9 must be named in full (vp09.PP.LL.DD), not {short[0]}.",
            None,
            "VP codec ISO media file format binding",
            _suggest(segment_map),
            hits=(
                chromium(_NOT_SUPPORTED),
                firefox(Effect.HARMLESS) if only_vp9 else firefox(words=_CANNOT_PLAY),
            ),
            cure=_PLAYER,
        )


def _profiles(
    segment_map: SegmentMap, expected: list[Track], codecs: tuple[str, ...]
) -> Iterator[Finding]:
    """Compare profile and level, which browsers do not verify."""
    right = Counter(track.codec_string.lower() for track in expected)
    told = Counter(codec.lower() for codec in codecs)
    wrong, meant = sorted((told - right).elements()), sorted((right - told).elements())
    detailed = [name for name in wrong if "." in name]
    if detailed and meant:
        yield Finding(
            "MIME-006",
            Severity.WARN,
            f"The player's MIME type names {detailed[0]}, and the file holds {meant[0]}: browsers "
            "do not verify it, they only choose their decoder by it.",
            None,
            "RFC 6381",
            _suggest(segment_map),
            hits=(chromium("", Effect.HARMLESS), firefox(Effect.HARMLESS)),
            cure=_PLAYER,
        )
