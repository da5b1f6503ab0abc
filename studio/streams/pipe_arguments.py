"""ffmpeg's command line for a live source: into a pipe, keyframes at an even distance."""

import re
import sys
from fractions import Fraction
from pathlib import Path

from studio.errors import InputError
from studio.media.child import MAX_PIXELS, guarded_input
from studio.streams.devices import Device
from studio.streams.encoding_model import LiveCodec, LiveEncoding, LiveSound
from studio.streams.sources import LiveSource, SourceKind

_GLOBAL = ("-hide_banner", "-nostdin", "-nostats", "-loglevel", "level+warning")
_QUEUE = ("-thread_queue_size", "512")
LATEST_SOUND_US = "2000000"
"""How long a picture waits for sound that does not come, in µs; a microphone may be dead."""

_TEST_SIZE = (1280, 720)
_IDS = {
    "v4l2": re.compile(r"/dev/video\d+"),
    "x11grab": re.compile(r"[A-Za-z0-9_.-]*:\d+(\.\d+)?"),
    "alsa": re.compile(r"[A-Za-z0-9_:=,.-]+"),
    "pulse": re.compile(r"[A-Za-z0-9_:=,.@-]+"),
    "gdigrab": re.compile(r"desktop"),
    "avfoundation": re.compile(r"\d+"),
    "dshow": re.compile(r"[^\x00-\x1f]+"),
}
"""What ids of devices look like: an id may come from a command line."""

_TOGETHER = frozenset({"dshow", "avfoundation"})
"""Formats that open a picture and a sound as one input, on one clock."""


def ffmpeg_command(
    source: LiveSource,
    encoding: LiveEncoding,
    ffmpeg: Path,
    begin_s: Fraction = Fraction(0),
    *,
    is_sound: bool = False,
) -> list[str]:
    """Return program and arguments that encode a source into standard output, in real time.

    Args:
        source: what to open.
        encoding: what it becomes.
        ffmpeg: the program.
        begin_s: where to begin in a file.
        is_sound: the file holds no picture.

    Raises:
        InputError: no device is called so, or nothing would be left to stream.
    """
    inputs, picture, sound = _inputs(source, encoding)
    if begin_s:
        inputs = ["-ss", f"{float(begin_s):.6f}", *inputs]
    if not picture and encoding.sound is LiveSound.NONE:
        what = "Nothing would be streamed: there is no picture, and sound is left out."
        raise InputError(what, hint="Choose a sound format.")
    mapped: list[str] = []
    if picture:
        mapped += ["-map", picture, *picture_options(encoding)]
    if sound and encoding.sound is not LiveSound.NONE:
        mapped += ["-map", sound, *sound_options(encoding, drifts=source.microphone is not None)]
    muxing = muxing_options(encoding, is_sound=is_sound or not picture)
    return [str(ffmpeg), *_GLOBAL, *inputs, *mapped, *muxing]


def pipe_command(encoding: LiveEncoding, ffmpeg: Path) -> list[str]:
    """Return program and arguments that encode what comes through standard input."""
    guards = ["-protocol_whitelist", "pipe", "-format_whitelist", "mov,mp4,matroska,webm"]
    arguments = [str(ffmpeg), *_GLOBAL, *guards, "-max_pixels", str(MAX_PIXELS), "-i", "pipe:0"]
    arguments += ["-map", "0:V:0?", *picture_options(encoding)]
    if encoding.sound is not LiveSound.NONE:
        arguments += ["-map", "0:a:0?", *sound_options(encoding)]
    return [*arguments, *muxing_options(encoding)]


def _inputs(source: LiveSource, encoding: LiveEncoding) -> tuple[list[str], str, str]:
    """Return the input options, and what is mapped as picture and as sound ("" for none)."""
    if source.kind is SourceKind.TEST:
        return _test_picture(encoding), "0:v:0", "1:a:0"
    if source.kind is SourceKind.FILE and source.path is not None:
        again = ["-stream_loop", "-1"] if source.loop else []
        return ["-re", *again, *guarded_input(source.path)], "0:V:0?", "0:a:0?"
    if source.device is None:
        if source.microphone is None:
            raise InputError(f"A source of kind “{source.kind}” cannot be encoded.")
        return _device(source.microphone, encoding), "", "0:a:0"
    if source.microphone is None:
        return _device(source.device, encoding), "0:v:0", ""
    if source.device.form == source.microphone.form and source.device.form in _TOGETHER:
        return _device(source.device, encoding, source.microphone), "0:v:0", "0:a:0"
    both = _device(source.device, encoding)
    clock = ["-isync", "0"] if sys.platform.startswith("linux") else []
    return [*both, *clock, *_device(source.microphone, encoding)], "0:v:0", "1:a:0"


def _test_picture(encoding: LiveEncoding) -> list[str]:
    """Return a moving picture with a running clock and frame counter, and a tone that beeps."""
    width, height = _TEST_SIZE if encoding.keeps_size else (encoding.width, encoding.height)
    picture = f"testsrc2=size={width}x{height}:rate={encoding.frame_rate}"
    arguments = ["-re", "-f", "lavfi", "-i", picture]
    return [*arguments, "-re", "-f", "lavfi", "-i", "sine=frequency=440:beep_factor=4:r=48000"]


def _device(device: Device, encoding: LiveEncoding, sound: Device | None = None) -> list[str]:
    """Return the options that open a device, and the sound beside it."""
    for one in (device, sound):
        form = _IDS.get(one.form) if one is not None else None
        if one is not None and (form is None or not form.fullmatch(one.id)):
            raise InputError(f"“{one.id}” is not a device of this machine.")
    rate = ["-framerate", str(encoding.frame_rate)]
    heard = sound.id if sound is not None else ""
    is_sound = device.kind.value == "microphone"
    match device.form:
        case "x11grab" | "gdigrab":
            options, name = [*rate, "-draw_mouse", "1"], device.id
        case "dshow":
            options = ["-rtbufsize", "100M"]
            name = f"{'audio' if is_sound else 'video'}={device.id}"
            name += f":audio={heard}" if heard else ""
        case "avfoundation":
            options = [] if is_sound else [*rate, "-capture_cursor", "1"]
            name = f"none:{device.id}" if is_sound else f"{device.id}:{heard or 'none'}"
        case "v4l2":
            options, name = ["-timestamps", "abs"], device.id
        case _:
            options, name = [], device.id
    return ["-f", device.form, *_QUEUE, *options, "-i", name]


def picture_options(encoding: LiveEncoding) -> list[str]:
    """Return the picture's filters and encoder: frames at an even pace, GOPs of even length.

    Frames at an even pace: Chromium loses a GOP after a gap. Keyframes by their distance alone,
    equal to the least one, which fixes it: forcing them by time too makes GOPs of one frame
    where both round differently (measured). One thread for VP8: several wait for each other.
    """
    rate, bits, gop = encoding.frame_rate, str(encoding.bit_rate), str(encoding.gop_frames)
    chain = f"{_scaling(encoding)},setsar=1,fps={rate}:start_time=0"
    options = ["-filter:v", chain, "-pix_fmt", "yuv420p", "-g", gop, "-keyint_min", gop]
    options += ["-b:v", bits]
    if encoding.codec is LiveCodec.VP8:
        options += ["-c:v", "libvpx", "-deadline", "realtime", "-cpu-used", "8"]
        options += ["-threads", "1", "-lag-in-frames", "0", "-auto-alt-ref", "0"]
        return [*options, "-minrate:v", bits, "-maxrate:v", bits, "-bufsize:v", bits]
    options += ["-c:v", "libx264", "-preset", "veryfast", "-tune", "zerolatency", "-bf", "0"]
    options += ["-sc_threshold", "0", "-x264-params", "open-gop=0"]
    return [*options, "-maxrate:v", bits, "-bufsize:v", bits]


def _scaling(encoding: LiveEncoding) -> str:
    """Return the filter that gives the picture its size, with bars where it has other sides."""
    if encoding.keeps_size:
        return "scale=trunc(iw/2)*2:trunc(ih/2)*2"
    size = f"{encoding.width}:{encoding.height}"
    fitted = f"scale={size}:force_original_aspect_ratio=decrease:force_divisible_by=2"
    return f"{fitted},pad={size}:(ow-iw)/2:(oh-ih)/2"


def sound_options(encoding: LiveEncoding, *, drifts: bool = False) -> list[str]:
    """Return the sound's filter and encoder: from 0 on, holes filled with silence.

    Args:
        encoding: the settings.
        drifts: it has a clock of its own, so it is stretched a little to stay with the picture.
    """
    chain = f"aresample=48000:async={1000 if drifts else 1}:first_pts=0"
    names = {LiveSound.VORBIS: "libvorbis", LiveSound.OPUS: "libopus", LiveSound.AAC: "aac"}
    options = ["-filter:a", chain, "-ac", "2", "-c:a", names[encoding.sound]]
    return [*options, "-b:a", str(encoding.sound_bit_rate)]


def muxing_options(encoding: LiveEncoding, *, is_sound: bool = False) -> list[str]:
    """Return the container, written out at once: each WebM block alone, each MP4 GOP alone.

    Args:
        encoding: the settings.
        is_sound: there is no picture whose keyframes end fragments of MP4: their length does,
            without which ffmpeg writes a single one at the end. Beside a picture it could cut
            a GOP in two.
    """
    common = ["-sn", "-dn", "-map_metadata", "-1", "-map_chapters", "-1", "-flush_packets", "1"]
    common += ["-max_interleave_delta", LATEST_SOUND_US]
    if encoding.codec.is_webm:
        return [*common, "-f", "webm", "-live", "1", "-cluster_time_limit", "0", "pipe:1"]
    flags = "+frag_keyframe+delay_moov+default_base_moof"
    cut = ["-frag_duration", str(round(encoding.gop_s * 1_000_000))] if is_sound else []
    return [*common, "-f", "mp4", "-movflags", flags, *cut, "pipe:1"]
