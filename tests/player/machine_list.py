"""What W3C's recommendation of Media Source Extensions names, and what it forbids."""

MEDIA_SOURCE = {
    "readyState", "duration", "sourceBuffers", "activeSourceBuffers", "liveSeekableRange", "handle",
}  # fmt: skip
SOURCE_BUFFER = {
    "mode", "updating", "buffered", "timestampOffset", "audioTracks", "videoTracks", "textTracks",
    "appendWindowStart", "appendWindowEnd",
}  # fmt: skip
ELEMENT = {
    "buffered", "seekable", "audioTracks", "videoTracks", "textTracks", "readyState",
    "networkState", "error", "duration", "currentTime", "paused", "seeking", "ended", "played",
    "playbackRate", "volume", "muted", "videoWidth", "videoHeight",
}  # fmt: skip
QUALITY = {"creationTime", "totalVideoFrames", "droppedVideoFrames", "corruptedVideoFrames"}
METHODS = {
    ("MediaSource", "constructor"), ("URL", "createObjectURL"),
    ("MediaSource", "isTypeSupported"), ("MediaSource", "addSourceBuffer"),
    ("MediaSource", "removeSourceBuffer"), ("MediaSource", "endOfStream"),
    ("MediaSource", "setLiveSeekableRange"), ("MediaSource", "clearLiveSeekableRange"),
    ("MediaSource", "duration"), ("SourceBuffer 1", "appendBuffer"), ("SourceBuffer 1", "abort"),
    ("SourceBuffer 1", "changeType"), ("SourceBuffer 1", "remove"), ("SourceBuffer 1", "mode"),
    ("SourceBuffer 1", "timestampOffset"), ("SourceBuffer 1", "appendWindowStart"),
    ("SourceBuffer 1", "appendWindowEnd"),
}  # fmt: skip
"""Methods, and attributes that can be set."""
EVENTS = {
    ("MediaSource", "sourceopen"), ("MediaSource", "sourceended"), ("MediaSource", "sourceclose"),
    ("sourceBuffers", "addsourcebuffer"), ("sourceBuffers", "removesourcebuffer"),
    ("activeSourceBuffers", "addsourcebuffer"), ("activeSourceBuffers", "removesourcebuffer"),
    ("SourceBuffer 1", "updatestart"), ("SourceBuffer 1", "update"),
    ("SourceBuffer 1", "updateend"), ("SourceBuffer 1", "error"), ("SourceBuffer 1", "abort"),
    *(("video", name) for name in (
        "loadstart", "emptied", "durationchange", "loadedmetadata", "loadeddata", "canplay",
        "canplaythrough", "playing", "play", "pause", "seeking", "seeked", "timeupdate",
        "progress", "ratechange", "volumechange", "resize", "waiting", "ended", "error",
    )),
}  # fmt: skip
MANAGED = {"startstreaming", "endstreaming", "bufferedchange"}
"""Of ManagedMediaSource, which only WebKit has."""


REFUSED = {
    "addSourceBuffer: ended": ("InvalidStateError", "why_ended"),
    "addSourceBuffer: closed": ("InvalidStateError", "why_closed"),
    "addSourceBuffer: empty": ("TypeError", "why_type_empty"),
    "addSourceBuffer: unsupported": ("NotSupportedError", "why_type_unsupported"),
    "addSourceBuffer: too many": ("QuotaExceededError", "why_too_many_buffers"),
    "removeSourceBuffer: removed": ("NotFoundError", "why_not_in_list"),
    "endOfStream: ended": ("InvalidStateError", "why_ended"),
    "endOfStream: closed": ("InvalidStateError", "why_closed"),
    "endOfStream: updating": ("InvalidStateError", "why_some_updating"),
    "endOfStream: reason": ("TypeError", "why_end_reason"),
    "duration: ended": ("InvalidStateError", "why_ended"),
    "duration: closed": ("InvalidStateError", "why_closed"),
    "duration: updating": ("InvalidStateError", "why_some_updating"),
    "duration: negative": ("TypeError", "why_duration_negative"),
    "duration: NaN": ("TypeError", "why_duration_negative"),
    "duration: below buffered": ("InvalidStateError", "why_duration_below"),
    "setLiveSeekableRange: ended": ("InvalidStateError", "why_ended"),
    "setLiveSeekableRange: closed": ("InvalidStateError", "why_closed"),
    "setLiveSeekableRange: negative": ("TypeError", "why_live_range"),
    "setLiveSeekableRange: reversed": ("TypeError", "why_live_range"),
    "clearLiveSeekableRange: ended": ("InvalidStateError", "why_ended"),
    "clearLiveSeekableRange: closed": ("InvalidStateError", "why_closed"),
    "mode: removed": ("InvalidStateError", "why_removed"),
    "mode: updating": ("InvalidStateError", "why_updating"),
    "mode: parsing": ("InvalidStateError", "why_parsing"),
    "mode: timestamps are made": ("TypeError", "why_mode_generated"),
    "timestampOffset: removed": ("InvalidStateError", "why_removed"),
    "timestampOffset: updating": ("InvalidStateError", "why_updating"),
    "timestampOffset: parsing": ("InvalidStateError", "why_parsing"),
    "timestampOffset: NaN": ("TypeError", "why_not_finite"),
    "appendWindowStart: removed": ("InvalidStateError", "why_removed"),
    "appendWindowStart: updating": ("InvalidStateError", "why_updating"),
    "appendWindowStart: negative": ("TypeError", "why_window_start"),
    "appendWindowStart: infinite": ("TypeError", "why_window_start"),
    "appendWindowEnd: removed": ("InvalidStateError", "why_removed"),
    "appendWindowEnd: updating": ("InvalidStateError", "why_updating"),
    "appendWindowEnd: NaN": ("TypeError", "why_window_end"),
    "appendWindowEnd: at the start": ("TypeError", "why_window_end"),
    "appendBuffer: removed": ("InvalidStateError", "why_removed"),
    "appendBuffer: updating": ("InvalidStateError", "why_updating"),
    "appendBuffer: element error": ("InvalidStateError", "why_element_error"),
    "abort: removed": ("InvalidStateError", "why_removed"),
    "abort: ended": ("InvalidStateError", "why_ended"),
    "abort: removing": ("InvalidStateError", "why_abort_removal"),
    "changeType: removed": ("InvalidStateError", "why_removed"),
    "changeType: updating": ("InvalidStateError", "why_updating"),
    "changeType: empty": ("TypeError", "why_type_empty"),
    "changeType: unsupported": ("NotSupportedError", "why_type_unsupported"),
    "remove: removed": ("InvalidStateError", "why_removed"),
    "remove: updating": ("InvalidStateError", "why_updating"),
    "remove: negative": ("TypeError", "why_remove_range"),
    "remove: after the duration": ("TypeError", "why_remove_range"),
    "remove: reversed": ("TypeError", "why_remove_range"),
    "remove: NaN": ("TypeError", "why_remove_range"),
    "volume: too loud": ("IndexSizeError", "why_out_of_range"),
}
"""Every case in which the recommendation throws, and the rule that is named. Two more cannot be
brought about here and are held against the rules alone: a full buffer, a duration of NaN."""


ALLOWED_IN_FIREFOX = {"addSourceBuffer: too many"}
"""The recommendation leaves the number of SourceBuffers to the engine."""
NEEDS_MPEG_AUDIO = "mode: timestamps are made"
