"""The patterns by which messages are known, engine by engine and player by player."""

import re
from collections.abc import Iterator

from studio.verdict.messages_model import Sign
from studio.verdict.model import Effect, EngineFamily

_C = (EngineFamily.CHROMIUM,)
_F = (EngineFamily.FIREFOX,)
_W = (EngineFamily.WEBKIT,)
_ALL = (*_C, *_F, *_W)

_PROVIDED = re.compile(r"type provided \('(?P<type>.{0,400}?)'\) is unsupported", re.IGNORECASE)
_CODECS = re.compile(r"codecs\s*=\s*\\?[\"']?(?P<codecs>[^\"'\\;]*)", re.IGNORECASE)
_FATAL = (Effect.REFUSES, Effect.IGNORES)
_BROKEN = (*_FATAL, Effect.ENTRY)
_STILL = (Effect.STALLS, Effect.LOSES, Effect.IGNORES)
_TYPE_CODES = ("MIME-001", "MIME-002", "MIME-004", "MIME-005", "MIME-007", "WEBM-020", "WEBM-033")
_VIDEO_CODECS = ("avc", "hvc", "hev", "vp8", "vp08", "vp9", "vp09", "av01")


def _sign(
    pattern: str, *codes: str, by: tuple[EngineFamily, ...] = (), also: tuple[str, ...] = ()
) -> Sign:
    return Sign(re.compile(pattern, re.IGNORECASE | re.DOTALL), codes, by, also=also)


def _failing(pattern: str, *codes: str, by: tuple[EngineFamily, ...]) -> Sign:
    """Return the sign of an append or a decoder that failed, whatever made it fail."""
    return Sign(re.compile(pattern, re.IGNORECASE | re.DOTALL), codes, by, effects=_BROKEN)


def _vague(pattern: str, *codes: str, by: tuple[EngineFamily, ...] = ()) -> Sign:
    compiled = re.compile(pattern, re.IGNORECASE | re.DOTALL)
    return Sign(compiled, codes, by, generic=True, effects=_FATAL)


def _stall(pattern: str, *codes: str) -> Sign:
    return Sign(re.compile(pattern, re.IGNORECASE | re.DOTALL), codes, effects=_STILL)


_WEBM = (
    _sign(
        r"block with a timecode before the previous block", "WEBM-003", by=_C, also=("WEBM-030",)
    ),
    _sign(r"block before cluster timecode", "WEBM-002", by=_C),
    _sign(r"Timecode element must appear before any Block", "WEBM-002", "WEBM-016", by=_F),
    _sign(r"Found Cluster element before Info", "WEBM-001", by=_C),
    _sign(r"Unexpected element ID", "WEBM-001", "WEBM-016", "WEBM-022", by=_C),
    _sign(r"Lacing \S+ is not supported", "WEBM-007", by=_C),
    _sign(r"TrackNumber over 127|Unexpected track number", "WEBM-008", by=_C),
    _sign(
        r"Block missing from BlockGroup|More than 1 Block(?:Additional)? in a\s+BlockGroup",
        "WEBM-009",
        by=_C,
    ),
    _sign(
        r"Multiple \S+ fields in a track|element value must be an ASCII|"
        r"Illegal 0ns .{0,40}DefaultDuration",
        "WEBM-010",
        by=_C,
    ),
    _sign(r"Ignoring (?:audio|video|text) track", "WEBM-011", by=_C),
    _sign(r"ContentCompression not supported|ContentEncoding", "WEBM-023", by=_C),
    _sign(r"Unsupported (?:audio|video) codec_id", "WEBM-020", by=_C),
    _sign(r"Unsupported display unit|Unexpected value for StereoMode", "WEBM-024", by=_C),
    _sign(r"Unsupported channel count", "WEBM-025", by=_C),
    _sign(r"Missing TrackEntry data|Unexpected TrackType", "WEBM-010", "WEBM-020", by=_C),
    _sign(r"negative timecode offset", "WEBM-013", by=_C),
    _sign(r"Estimating WebM block duration", "WEBM-017", by=_C),
    _sign(
        r"did not begin with (?:a )?key ?frame|not on keyframe|segment not on key",
        *("WEBM-006", "TIME-009"),
        by=_C,
    ),
)

_MP4 = (
    _sign(r"unfragmented MP4|moov to contain mvex", "MP4-001", by=_C),
    _sign(r"TFHD base-data-offset not allowed", "MP4-007", by=_C),
    _sign(r"Invalid top-level (?:ISO BMFF )?box", "MP4-005", "MP4-022", by=(*_C, *_F)),
    _sign(r"timescale must not be 0", "MP4-025", by=_C),
    _sign(r"AudioSampleEntry channel count mismatch", "MP4-029", by=_C),
    _sign(r"Unsupported (?:Visual|Audio)SampleEntry", "MP4-026", by=_C),
    _sign(r"Got unexpected (?:audio|video) track", "MP4-014", by=_C),
    _sign(
        r"with track_id=\d+ already present|Duplicate (?:bytestream )?track ids?", "MP4-015", by=_C
    ),
    _sign(r"Reserved value used in sample dependency", "MP4-016", by=_C),
    _sign(r"did not contain any coded frames for track", "MP4-017", "WEBM-019", by=_C),
    _sign(r"Skipping 'trun' sample with size of 0", "MP4-018", by=_C),
    _failing(r"Failed to prepare video sample", "MP4-020", "MP4-009", "MP4-008", by=_C),
    _sign(r"Invalid video decoder config", "MP4-020", by=_C),
    _sign(r"Unsupported (?:VisualSampleEntry type|audio format)", "MP4-026", by=_C),
    _sign(r"not in DTS sequence", "TIME-005", "MP4-032", "MP4-009", by=_C),
    _sign(r"is later than the presentation time of a non-keyframe", "TIME-009", by=_C),
    _sign(r"open.gop", "TIME-009"),
    _sign(r"container metadata for video frame indicates", "TIME-010", by=_C),
    _failing(
        r"RunSegmentParserLoop|(?:Append: )?stream parsing failed|\bparse failed",
        *("MP4-013", "MP4-010", "MP4-011", "MP4-003", "MP4-006", "MP4-022"),
        *("MP4-014", "MP4-020", "MP4-023", "MP4-024", "MP4-028", "MP4-037"),
        *("WEBM-016", "WEBM-001", "WEBM-009", "WEBM-022", "WEBM-014", "WEBM-027", "TIME-015"),
        by=_C,
    ),
)

_TYPES = (
    _sign(r"type provided \('.{0,400}?'\) is unsupported", "PAGE-004", by=_C, also=_TYPE_CODES),
    _sign(r"type provided is empty|Empty type|Unknown type", "MIME-001", by=(*_C, *_F)),
    _sign(
        r"addSourceBuffer: Can't play type|isTypeSupported.{0,80}false|no decoder found",
        *("PAGE-004", "MIME-004", "MIME-005", "MIME-003"),
        by=_F,
        also=_TYPE_CODES,
    ),
    _sign(
        r"misses expected \w+ track|stream codec \S+ doesn.t match|codec \S+ doesn.t match|"
        r"does not match what is specified in the mimetype|sourcebuffer-track-mismatch",
        *("MIME-002", "MIME-003"),
        by=_C,
        also=("MP4-014", "WEBM-029"),
    ),
    _sign(r"reached the limit of SourceBuffer objects", "MIME-008", by=_C),
    _sign(r"hev1", "MIME-007", by=_W),
    _sign(
        r"before demuxer initialization completes|before HAVE_METADATA",
        *("TIME-015", "MP4-013", "WEBM-001"),
        by=_C,
    ),
    _sign(
        r"DEMUXER_ERROR_NO_SUPPORTED_STREAMS|DECODER_ERROR_NOT_SUPPORTED|"
        r"NS_ERROR_DOM_MEDIA_NOT_SUPPORTED",
        "PAGE-004",
        by=(*_C, *_F),
    ),
)

_DECODING = (
    _failing(
        r"Failed to send audio packet|audio decode error|FFmpeg audio error|audio.{0,40}DECODE_ERR|"
        r"consecutive audio buffer decoding failures|audio error during playing",
        *("MP4-008", "MP4-009", "MP4-007", "MP4-012", "MP4-021", "MP4-002"),
        by=_ALL,
    ),
    _failing(
        r"H264ChangeMonitor|ConvertSampleToAVCC|Invalid H264 content",
        *("MP4-020", "MP4-009", "MP4-008", "MP4-007"),
        by=_F,
    ),
    _failing(
        r"Failed to send video packet|video decode error|avcodec_send_packet error|"
        r"FFmpeg video error|consecutive video buffer decoding failures",
        *("TIME-009", "TIME-010", "MP4-009", "MP4-008", "MP4-012", "MP4-020", "WEBM-032"),
        by=_ALL,
    ),
    _vague(
        r"GStreamer encountered a general stream error",
        *("TIME-009", "TIME-010", "WEBM-005", "MP4-009", "WEBM-016"),
        by=_W,
    ),
    _vague(
        r"PIPELINE_ERROR_DECODE|MEDIA_ERR_DECODE|NS_ERROR_DOM_MEDIA_DECODE_ERR|decode error|"
        r"NS_ERROR_DOM_MEDIA_FATAL_ERR|decoding failed",
        *("MP4-009", "MP4-008", "MP4-020", "TIME-009", "TIME-010", "MP4-012"),
        *("WEBM-016", "WEBM-032", "WEBM-033", "MIME-002"),
        by=_ALL,
    ),
)

_TIMELINE = (
    _sign(r"may cause loss of track synchroni[sz]ation|loss of sync", "TIME-011", by=_C),
    _sign(
        r"SourceBuffer is full|MediaSource buffer not sufficient|bufferFullError|"
        r"\b3017\b|QUOTA_EXCEEDED",
        "TIME-014",
        by=(*_C, *_F),
    ),
    _vague(r"QuotaExceededError", "TIME-014", "MIME-008", by=_ALL),
    _sign(r"Jumping gap at start|starts? gap", "TIME-001", "TIME-008", "TIME-007"),
    _sign(r"first (?:segment|GOP|keyframe) (?:is )?(?:skipped|missing)", "TIME-006", "MP4-002"),
    _stall(
        r"bufferSeekOverHole|Jump(?:ing|ed) (?:large )?gap|gap detected|nudgeOnVideoHole",
        *("TIME-003", "TIME-002", "WEBM-012", "WEBM-005"),
    ),
    _stall(
        r"bufferStalledError|bufferNudgeOnStall|playback stalled|stalled? at|"
        r"nothing moved any more|BUFFER_?EMPTY|Playback stalling",
        *("TIME-003", "TIME-002", "TIME-001", "TIME-009", "WEBM-012", "WEBM-005", "MP4-002"),
        *("TIME-004", "MP4-038"),
    ),
)

_PAGE = (
    _sign(r"still processing an? ['‘“]?append|updating.{0,20}true|is updating", "PAGE-002", by=_C),
    _sign(
        r"has been removed from the parent|MediaSource (?:\w+ ){0,3}(?:closed|not .?open)|"
        r"HTMLMediaElement\.error attribute is not null|readyState.{0,40}not.{0,9}open",
        "PAGE-001",
        by=_ALL,
    ),
    _vague(r"InvalidStateError", "PAGE-001", "PAGE-002", by=_ALL),
    _sign(r"NotAllowedError|didn.t interact with the document", "PAGE-003", by=_ALL),
    _sign(r"play\(\) request was (?:interrupted|aborted)|AbortError", "PAGE-006", by=_ALL),
    _sign(
        r"(?:manifest|level|audioTrack|frag|key|subtitleTrack)Load(?:Error|TimeOut)|"
        r"networkError|BAD_HTTP_STATUS|\bHTTP_ERROR\b|ERR_NETWORK|\b100[12]\b",
        "PAGE-005",
    ),
    _sign(r"keySystem\w+|fragDecryptError|NoKeys", "PAGE-007"),
)

_PLAYERS = (
    _vague(
        r"fragParsingError|TRANSMUXING_FAILED|\b3018\b|CONTENT_TRANSFORMATION_FAILED|\b3019\b|"
        r"PARSER_FAILURE|remuxAllocError",
        *("MP4-022", "MP4-013", "MP4-021", "WEBM-001", "WEBM-016", "TIME-009"),
    ),
    _vague(
        r"bufferAppendError|bufferAppendingError|MEDIA_SOURCE_OPERATION_(?:FAILED|THREW)|"
        r"\b301[45]\b|APPEND_ERROR|CHUNK_DEMUXER_ERROR_APPEND_FAILED|NS_ERROR_DOM_MEDIA_APPEND",
        *("MP4-013", "MIME-002", "WEBM-003", "MP4-001", "MP4-022", "PAGE-001"),
    ),
    _vague(
        r"bufferAddCodecError|(?:manifest|buffer)IncompatibleCodecsError|MEDIASOURCE_TYPE_"
        r"UNSUPPORTED|Error creating source buffer|CONTENT_UNSUPPORTED_BY_BROWSER|\b4032\b|"
        r"NotSupportedError",
        *("PAGE-004", "MIME-001", "MIME-004", "MIME-003", "MIME-005"),
    ),
    _vague(
        r"VIDEO_ERROR|\b3016\b|bufferError|mediaError",
        *("MP4-020", "MP4-009", "TIME-009", "WEBM-003", "MIME-002"),
    ),
)

_UNTOLD = (
    _vague(
        r"Failed to open media|NS_ERROR_DOM_MEDIA_(?:DEMUXER|METADATA|CANCELED)_?ERR",
        *("MP4-013", "MP4-001", "MP4-002", "MP4-003", "MP4-005", "WEBM-001", "WEBM-002"),
        *("WEBM-004", "WEBM-008", "WEBM-020", "WEBM-023", "WEBM-026", "WEBM-028", "TIME-015"),
        *("MP4-014", "MP4-020", "MP4-023", "MP4-024", "MP4-022"),
        by=_F,
    ),
    _vague(
        r"MEDIA_ERR_SRC_NOT_SUPPORTED|Format error|operation is not supported|"
        r"MEDIA_ELEMENT_ERROR|DEMUXER_ERROR_COULD_NOT_(?:OPEN|PARSE)|"
        r"no supported source was found",
        *("PAGE-004", "MIME-007", "TIME-015", "MP4-001", "WEBM-003", "MP4-013"),
        by=(*_W, *_C),
    ),
)

SIGNS = (*_WEBM, *_MP4, *_TYPES, *_DECODING, *_TIMELINE, *_PAGE, *_PLAYERS, *_UNTOLD)
"""All of them. Source: measured with Chromium 140 and 156 and Firefox 153; Chromium's and
Firefox's source; hls.js, dash.js and shaka-player error lists."""


def type_codes(text: str) -> Iterator[str]:
    """Yield what is wrong with the MIME type that a message quotes, if anything is."""
    match = _PROVIDED.search(text)
    if match is None:
        return
    kind = match["type"].strip().lower()
    named = _CODECS.search(match["type"])
    if named is None or not named["codecs"].strip():
        yield "MIME-001"
        return
    codecs = [name.strip() for name in named["codecs"].split(",")]
    if any(name.split(".")[0] != name.split(".")[0].lower() for name in codecs):
        yield "MIME-003"
    if "/mp4" in kind and any(name.lower().startswith(("vp9", "vp8", "vp08")) for name in codecs):
        yield "MIME-004"
    if kind.startswith("audio/") and any(name.startswith(_VIDEO_CODECS) for name in codecs):
        yield "MIME-005"
