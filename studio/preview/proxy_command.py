"""ffmpeg's command line for the converted picture."""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from studio.preview.proxy_cutter import PER_WRITTEN, TICKS_PER_S
from studio.preview.proxy_input import MARGIN_S, ProxyInput, seconds

FULL_PIXELS = 1920 * 1088
SMALL_PIXELS = 960 * 540
"""Most pixels of a picture: at first, and after it turned out to be too much."""

MOST_SEGMENTS = 1000
"""Segments of one run: each stands on the command line, and Windows takes 32 kB in all."""

SHORTEST_S = Fraction(1, 4)
"""Segments may be as short as a frame; keyframes are not wanted more often than this."""

PICTURE_CLUSTER_MS = 40
SOUND_CLUSTER_MS = 200
"""How long at most something that is encoded waits before it is sent."""

BITS_PER_PIXEL = 2
LEAST_BIT_RATE = 1_000_000

_VP8 = (
    *("-c:v", "libvpx", "-deadline", "realtime", "-cpu-used", "8", "-threads", "1"),
    *("-lag-in-frames", "0", "-auto-alt-ref", "0", "-qmin", "4", "-qmax", "48"),
)
"""The encoder of the picture: on one thread, and fast.

Source: measured, libvpx with two threads waits in a loop on a busy machine and falls to a
twentieth of real time; ``cpu-used 8`` on one thread reaches twice real time at 1080p.
"""

_SLOWED = f"setts=ts=TS*{PER_WRITTEN}:duration=DURATION*{PER_WRITTEN}"
"""Times as the muxer gets them, see ``PER_WRITTEN``."""

_SLOWED_PICTURE = f"setts=ts=TS*{PER_WRITTEN}:duration=max(DURATION-1\\,0)*{PER_WRITTEN}"
"""The same for pictures, each a tick shorter: rounded up, the last frame of a cluster would
reach into the next one, and Firefox drops everything up to the next keyframe then (measured at
29.97 frames a second)."""


@dataclass(frozen=True, slots=True)
class ProxyEncoders:
    """``sound``: the sound encoder, empty when there is none."""

    ffmpeg: Path
    sound: str = "libopus"

    @property
    def sound_codec(self) -> str:
        """Its name in a media type."""
        return self.sound.removeprefix("lib")


def picture_command(source: ProxyInput, segment: int, ffmpeg: Path, most_pixels: int) -> list[str]:
    """Return the command that converts the picture from a segment on, into a pipe.

    Times are those of the original: they are copied, nothing is put on a grid of its own,
    and what lies before the segment is cut off by its time, not by a count.
    """
    last, end_s = _end(source, segment)
    filters = [_trim("trim", source.begins_s(segment), end_s), _scale(most_pixels)]
    filters.append("format=yuv420p")
    return [
        *_head(source, segment, ffmpeg),
        *("-map", f"0:v:{source.video}"),
        *("-vf", ",".join(part for part in filters if part)),
        *("-fps_mode", "passthrough", "-enc_time_base:v", f"1/{TICKS_PER_S}"),
        *_VP8,
        *("-b:v", str(max(LEAST_BIT_RATE, most_pixels * BITS_PER_PIXEL))),
        *("-g", "9999", "-force_key_frames", _keyframes(source, segment, last)),
        *("-bsf:v", _SLOWED_PICTURE, *_webm(PICTURE_CLUSTER_MS)),
    ]


def sound_command(source: ProxyInput, segment: int, encoders: ProxyEncoders) -> list[str]:
    """Return the command that converts the sound from a segment on, into a pipe.

    It has an ffmpeg of its own: a fragment holds all of its picture before its sound, and
    in one ffmpeg the first picture would wait until a second of film is encoded.
    Holes are filled, so that it stays in step.
    """
    _, end_s = _end(source, segment)
    begin_s = source.starts_s[segment] if segment else None
    filters = [_trim("atrim", begin_s, end_s), "aresample=48000:async=1"]
    return [
        *_head(source, segment, encoders.ffmpeg),
        *("-map", f"0:a:{source.audio}"),
        *("-af", ",".join(part for part in filters if part)),
        *_encode_sound(encoders),
    ]


def silence_command(encoders: ProxyEncoders) -> list[str]:
    """Return a command for a moment of silence, encoded as the sound is."""
    silence = ["-f", "lavfi", "-i", "anullsrc=r=48000:cl=stereo", "-t", "0.1"]
    return [str(encoders.ffmpeg), "-v", "error", "-nostdin", *silence, *_encode_sound(encoders)]


def _head(source: ProxyInput, segment: int, ffmpeg: Path) -> list[str]:
    return [str(ffmpeg), "-v", "error", "-nostdin", *source.arguments(segment)]


def _encode_sound(encoders: ProxyEncoders) -> list[str]:
    options = ["-c:a", encoders.sound, "-ac", "2", "-b:a", "128k", "-bsf:a", _SLOWED]
    return [*options, *_webm(SOUND_CLUSTER_MS)]


def _webm(cluster_ms: int) -> list[str]:
    """Return the options of the muxer: clusters go into the pipe as soon as they are full."""
    return [
        *("-sn", "-dn", "-map_metadata", "-1", "-map_chapters", "-1"),
        *("-avoid_negative_ts", "disabled", "-f", "webm", "-live", "1"),
        *("-cluster_time_limit", str(cluster_ms * PER_WRITTEN), "-flush_packets", "1", "pipe:1"),
    ]


def _end(source: ProxyInput, segment: int) -> tuple[int, Fraction | None]:
    """Return the segment behind the last of this run, and when it begins."""
    last = min(segment + MOST_SEGMENTS, len(source.starts_s))
    return last, source.starts_s[last] if last < len(source.starts_s) else None


def _trim(name: str, begin_s: Fraction | None, end_s: Fraction | None) -> str:
    margin_s = MARGIN_S if name == "trim" else 0
    parts = []
    if begin_s is not None:
        parts.append(f"start={seconds(begin_s - margin_s)}")
    if end_s is not None:
        parts.append(f"end={seconds(end_s - margin_s)}")
    return f"{name}={':'.join(parts)}" if parts else ""


def _scale(most_pixels: int) -> str:
    """Return a filter that makes a larger picture smaller, of even width and height."""
    factor = f"min(1,sqrt({most_pixels}/(iw*ih)))"
    sides = [f"{side}='max(2,2*trunc(i{side}*{factor}/2))'" for side in ("w", "h")]
    return f"scale={':'.join(sides)}:flags=fast_bilinear"


def _keyframes(source: ProxyInput, segment: int, last: int) -> str:
    """Return when keyframes are wanted: where segments begin."""
    times: list[Fraction] = []
    for start_s in source.starts_s[segment:last]:
        if not times or start_s - times[-1] >= SHORTEST_S:
            times.append(start_s)
    return ",".join(seconds(time_s) for time_s in times)
