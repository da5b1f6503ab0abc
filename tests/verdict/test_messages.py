"""Each message that was met on an engine is translated to its rule, its cause and its cure."""

import pytest

from studio.verdict.messages import LONGEST_MESSAGE, translate
from studio.verdict.messages_causes import CAUSES
from studio.verdict.messages_signs import SIGNS
from studio.verdict.model import Effect, EngineFamily, Finding, Hit, Severity

ADD = "NotSupportedError: Failed to execute 'addSourceBuffer' on 'MediaSource': "
APPEND = "CHUNK_DEMUXER_ERROR_APPEND_FAILED: "
PIPELINE = "PipelineStatus::"
GENERIC = "RunSegmentParserLoop: stream parsing failed. append_window_start=0 append_window_end=inf"

KNOWN = [
    # types and codecs
    (ADD + "The type provided ('video/webm') is unsupported.", "MIME-001"),
    (ADD + "The type provided ('video/mp4; codecs=\"vp9\"') is unsupported.", "MIME-004"),
    (ADD + "The type provided ('video/mp4;codecs=\"vp08.00.10.08\"') is unsupported.", "MIME-004"),
    (ADD + "The type provided ('audio/webm;codecs=\"vp8\"') is unsupported.", "MIME-005"),
    (ADD + "The type provided ('audio/webm; codecs=\"Opus\"') is unsupported.", "MIME-003"),
    (ADD + "The type provided ('video/webm; codecs=\"VP8,Vorbis\"') is unsupported.", "MIME-003"),
    (ADD + "The type provided ('video/mp4; codecs=\"avc1.42c00a,mp4a.40.2\"') is unsupported.",
     "PAGE-004"),
    ("TypeError: MediaSource.addSourceBuffer: Empty type", "MIME-001"),
    ("NotSupportedError: MediaSource.addSourceBuffer: Unknown type", "MIME-001"),
    ("NotSupportedError: MediaSource.addSourceBuffer: Can't play type", "PAGE-004"),
    ("NotSupportedError: The operation is not supported.", "PAGE-004"),
    (APPEND + "Initialization segment misses expected opus track.", "MIME-002"),
    ("Audio stream codec opus doesn't match SourceBuffer codecs.", "MIME-002"),
    ("Video stream codec vp8 doesn't match SourceBuffer codecs.", "MIME-002"),
    ("audio object type 0x40 does not match what is specified in the mimetype.", "MIME-002"),
    ("error: codec vp8 doesn't match", "MIME-002"),
    ("sourcebuffer-track-mismatch", "MIME-002"),
    ("QuotaExceededError: Failed to execute 'addSourceBuffer' on 'MediaSource': This MediaSource "
     "has reached the limit of SourceBuffer objects it can handle. No additional SourceBuffer "
     "objects may be added.", "MIME-008"),
    ("Safari: black picture, the tag is hev1", "MIME-007"),
    # fragmented MP4
    (APPEND + "Failure parsing MP4: Detected unfragmented MP4. Media Source Extensions require "
     "ISO BMFF moov to contain mvex to indicate that Movie Fragments are to be expected.",
     "MP4-001"),
    (APPEND + "Invalid top-level ISO BMFF box type wide", "MP4-005"),
    ("Invalid Top-Level Box:", "MP4-005"),
    (APPEND + "Failure parsing MP4: TFHD base-data-offset not allowed by MSE. See "
     "https://www.w3.org/TR/mse-byte-stream-format-isobmff/#movie-fragment-relative-addressing",
     "MP4-007"),
    ("PIPELINE_ERROR_DECODE: Failed to send audio packet for decoding: {timestamp=0}", "MP4-008"),
    ("PIPELINE_ERROR_DECODE: audio decode error!", "MP4-008"),
    ("3: MediaResult mozilla::FFmpegAudioDecoder<59>::DecodeUsingFFmpeg(AVPacket *, bool &, "
     "MediaRawData *, DecodedData &, bool *): FFmpeg audio error", "MP4-008"),
    ("3: virtual MediaResult mozilla::H264ChangeMonitor::CheckForChange(MediaRawData *): "
     "ConvertSampleToAVCC", "MP4-020"),
    ("PipelineStatus::PIPELINE_ERROR_DECODE: Stopping playback due to consecutive audio buffer "
     "decoding failures: buffer underrun", "MP4-008"),
    ("first segment skipped, no error", "TIME-006"),
    ("PIPELINE_ERROR_DECODE: Failed to send video packet for decoding", "TIME-009"),
    (APPEND + "Got unexpected audio track track_id=2", "MP4-014"),
    ("Audio track with track_id=1 already present.", "MP4-015"),
    ("Duplicate bytestream track ids detected", "MP4-015"),
    ("Reserved value used in sample dependency info.", "MP4-016"),
    ("Media segment did not contain any coded frames for track 2", "MP4-017"),
    ("Skipping 'trun' sample with size of 0.", "MP4-018"),
    (APPEND + "Unsupported audio format 0x616c6163 in stsd box.", "MP4-026"),
    (APPEND + "Unsupported VisualSampleEntry type mp4v", "MP4-026"),
    ("4: GStreamer encountered a general stream error.", "TIME-009"),
    (APPEND + "Failed to prepare video sample for decode", "MP4-020"),
    ("Invalid video decoder config: codec: h264", "MP4-020"),
    # WebM
    (APPEND + "Found Cluster element before Info.", "WEBM-001"),
    ("cluster before init: Found Cluster element before Info", "WEBM-001"),
    (APPEND + "Unexpected element ID 0x5c", "WEBM-001"),
    (APPEND + "Got a block before cluster timecode.", "WEBM-002"),
    ("Timecode element must appear before any Block", "WEBM-002"),
    (APPEND + "Got a block with a timecode before the previous block.", "WEBM-003"),
    ("Media segment did not begin with key frame. Support for such segments will be available in "
     "a future version. Please see https://crbug.com/229412", "WEBM-006"),
    ("Media segment did not begin with keyframe.", "WEBM-006"),
    (APPEND + "Lacing 1 is not supported yet.", "WEBM-007"),
    ("TrackNumber over 127 not supported", "WEBM-008"),
    (APPEND + "Unexpected track number 5", "WEBM-008"),
    ("Block missing from BlockGroup.", "WEBM-009"),
    ("More than 1 Block in a BlockGroup is not supported.", "WEBM-009"),
    ("More than 1 BlockAdditional in a BlockGroup is not supported.", "WEBM-009"),
    ("Multiple CodecID fields in a track", "WEBM-010"),
    ("Tracks Name element value must be an ASCII string", "WEBM-010"),
    ("Illegal 0ns video TrackEntry DefaultDuration", "WEBM-010"),
    ("Ignoring audio track 3", "WEBM-011"),
    ("Got a block with negative timecode offset", "WEBM-013"),
    ("packager: PARSER_FAILURE negative timecode offset", "WEBM-013"),
    ("Estimating WebM block duration=33ms for the last (Simple)Block in the Cluster for this "
     "Track", "WEBM-017"),
    (APPEND + "ContentCompression not supported.", "WEBM-023"),
    (APPEND + "Unsupported video codec_id V_MPEG4", "WEBM-020"),
    ("4: PipelineStatus::CHUNK_DEMUXER_ERROR_APPEND_FAILED: Duplicate track ID in moov: 2",
     "MP4-015"),
    # timeline
    (APPEND + "Parsed buffers not in DTS sequence", "TIME-005"),
    ("Warning: presentation time of most recently processed random access point (1.2s) is later "
     "than the presentation time of a non-keyframe (1.1s) that depends on it.", "TIME-009"),
    ("open-gop content not supported [Chrome]", "TIME-009"),
    ("ISO-BMFF container metadata for video frame indicates that the frame is not a keyframe, but "
     "the video frame contents indicate the opposite.", "TIME-010"),
    ("ISO-BMFF container metadata for video frame indicates that the frame is a keyframe, but "
     "the video frame contents indicate the opposite.", "TIME-010"),
    ("Warning: using MSE 'sequence' AppendMode for a SourceBuffer with multiple tracks may cause "
     "loss of track synchronization.", "TIME-011"),
    ("QuotaExceededError: Failed to execute 'appendBuffer' on 'SourceBuffer': The SourceBuffer is "
     "full, and cannot free space to append additional buffers.", "TIME-014"),
    ("QuotaExceededError: MediaSource buffer not sufficient.", "TIME-014"),
    ("QuotaExceededError", "TIME-014"),
    ("DEMUXER_ERROR_COULD_NOT_OPEN: MediaSource endOfStream before demuxer initialization "
     "completes (before HAVE_METADATA) is treated as an error. This may also occur as consequence "
     "of other MediaSource errors before HAVE_METADATA.", "TIME-015"),
    ("Jumping gap at start", "TIME-001"),
    # the page
    ("InvalidStateError: Failed to execute 'appendBuffer' on 'SourceBuffer': This SourceBuffer is "
     "still processing an 'appendBuffer' or 'remove' operation.", "PAGE-002"),
    ("InvalidStateError: Failed to execute 'appendBuffer' on 'SourceBuffer': This SourceBuffer "
     "has been removed from the parent media source.", "PAGE-001"),
    ("InvalidStateError: Failed to execute 'appendBuffer' on 'SourceBuffer': The "
     "HTMLMediaElement.error attribute is not null.", "PAGE-001"),
    ("InvalidStateError: The object is in an invalid state.", "PAGE-001"),
    ("NotAllowedError: play() failed because the user didn't interact with the document first.",
     "PAGE-003"),
    ("verdict UNSUPPORTED (isTypeSupported false)", "PAGE-004"),
    ("AbortError: The play() request was interrupted by a call to pause().", "PAGE-006"),
    # players
    ('{"type":"mediaError","details":"bufferStalledError","fatal":false}', "TIME-003"),
    ("bufferNudgeOnStall", "TIME-003"),
    ("bufferSeekOverHole", "TIME-003"),
    ("hls.js mediaError fragParsingError", "MP4-022"),
    ("bufferAppendError", "MP4-013"),
    ("bufferAddCodecError", "PAGE-004"),
    ("manifestIncompatibleCodecsError", "PAGE-004"),
    ("bufferFullError", "TIME-014"),
    ("networkError fragLoadError", "PAGE-005"),
    ("Shaka Error MEDIA.MEDIA_SOURCE_OPERATION_FAILED (video)", "MP4-013"),
    ("Shaka Error 3015", "MP4-013"),
    ("Shaka Error 3016", "MP4-020"),
    ("Shaka Error 3017", "TIME-014"),
    ("shaka code: 3018", "MP4-022"),
    ("Error code 3019", "MP4-022"),
    ("dash.js: Error creating source buffer of type : video/mp4", "PAGE-004"),
    # an engine's word for everything
    (APPEND + GENERIC, "MP4-013"),
    ("corrupted WebM cluster: parse failed", "MP4-013"),
    ("Failed to open media", "MP4-013"),
    ("4: Failed to open media", "MP4-013"),
    ("MEDIA_ERR_SRC_NOT_SUPPORTED", "PAGE-004"),
    ("MediaError: MEDIA_ERR_DECODE", "MP4-009"),
]  # fmt: skip


@pytest.mark.parametrize(("message", "code"), KNOWN)
def test_each_known_message_is_translated_to_its_rule(message: str, code: str) -> None:
    told = translate(message)
    assert told[0].code == code
    assert all(explanation.cause and explanation.remedy for explanation in told)


@pytest.mark.parametrize(("message", "code"), KNOWN)
def test_wrapping_changes_nothing(message: str, code: str) -> None:
    for wrapped in (
        f"{PIPELINE}{message}",
        f"Uncaught (in promise) DOMException: {message}",
        f"player.js:301 Error\n  {message}\n    at append (player.js:44:9)",
    ):
        assert [e.code for e in translate(wrapped)] == [e.code for e in translate(message)]


@pytest.mark.parametrize("message", ["", "   ", "TypeError: x is not a function", "hello 3", "{}"])
def test_what_no_engine_says_is_not_explained(message: str) -> None:
    assert translate(message) == ()


def test_every_rule_of_a_sign_has_a_cause_and_every_cause_a_sign() -> None:
    codes = {code for sign in SIGNS for code in (*sign.codes, *sign.also)}
    by_type_only = {"MIME-001", "MIME-003", "MIME-004", "MIME-005"}
    assert {code for sign in SIGNS for code in sign.codes} <= CAUSES.keys()
    assert CAUSES.keys() - by_type_only <= codes


def test_a_word_for_everything_is_not_called_certain() -> None:
    assert len(translate("Failed to open media")) > 5
    assert not translate("Failed to open media")[0].certain
    assert translate("Got a block with a timecode before the previous block.")[0].certain


def test_the_engines_that_say_so_are_named() -> None:
    assert translate("Failed to open media")[0].families == (EngineFamily.FIREFOX,)
    assert translate(APPEND + GENERIC)[0].families == (EngineFamily.CHROMIUM,)


def test_a_telling_message_wins_over_a_word_for_everything() -> None:
    both = f"{APPEND}{GENERIC}\nGot a block with a timecode before the previous block."
    assert translate(f"Shaka Error 3016 ({both})")[0].code == "WEBM-003"


def _finding(code: str, words: str = "", effect: Effect = Effect.REFUSES) -> Finding:
    hit = Hit(EngineFamily.FIREFOX, effect, words, "153")
    return Finding(code, Severity.BLOCK, f"What {code} is.", 1234, remedy="Do it.", hits=(hit,))


def test_the_files_own_finding_comes_first_with_its_offset() -> None:
    told = translate("Failed to open media", media_findings=[_finding("WEBM-007")])
    assert (told[0].code, told[0].finding and told[0].finding.offset) == ("WEBM-007", 1234)
    assert "WEBM-007" not in [explanation.code for explanation in told[1:]]


def test_a_finding_that_the_engine_refuses_explains_its_word_for_everything() -> None:
    told = translate("Failed to open media", media_findings=[_finding("MP4-099")])
    assert told[0].code == "MP4-099"


def test_a_harmless_finding_does_not_explain_a_word_for_everything() -> None:
    harmless = _finding("MP4-099", effect=Effect.HARMLESS)
    assert translate("Failed to open media", media_findings=[harmless])[0].code != "MP4-099"


def test_a_finding_does_not_explain_a_telling_message_of_another_cause() -> None:
    told = translate("Lacing 1 is not supported yet.", media_findings=[_finding("MP4-001")])
    assert [explanation.code for explanation in told] == ["WEBM-007"]


def test_a_finding_that_stalls_explains_a_players_stall() -> None:
    stalls = _finding("MP4-099", effect=Effect.STALLS)
    assert translate("bufferStalledError", media_findings=[stalls])[0].finding is stalls


def test_a_findings_measured_words_are_known_without_a_sign() -> None:
    odd = _finding("MP4-099", words="The engine's quite peculiar words")
    told = translate("3: The engine's quite peculiar words", media_findings=[odd])
    assert told[0].finding is odd


def test_a_pasted_console_of_any_length_is_read_at_once() -> None:
    assert translate("noise Failed " * LONGEST_MESSAGE) == ()
    assert translate("MediaSource " * LONGEST_MESSAGE) == ()
