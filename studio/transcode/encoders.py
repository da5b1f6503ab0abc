"""Options of each video encoder, each with its reason."""

from fractions import Fraction

from studio.presets.model import Preset, RateMode, VideoSettings
from studio.transcode.draft import Draft
from studio.transcode.model import Gop
from studio.transcode.picture import Picture

LOWEST_CEILING = 300_000
"""Bit rate in bit/s below which a ceiling never falls; small pictures cost more per pixel."""

_QUALIFIED = {"profile": "profile:v", "level": "level:v", "qmin": "qmin:v", "qmax": "qmax:v"}


def plan_video(preset: Preset, settings: VideoSettings, pic: Picture, gop: Gop, d: Draft) -> None:
    """Add every option of the video encoder to the draft ``d``."""
    d.option("c:v", settings.encoder, f"makes {settings.codec}")
    d.option("pix_fmt", settings.pixel_format, "8-bit 4:2:0 is what every browser decodes")
    rate = pic.frame_rate
    d.option("r", _fraction_text(rate), "the exact frame rate, as a fraction")
    d.option("fps_mode", "cfr", "frames at an even pace: Chromium drops a GOP after a gap")
    _plan_rate_control(settings, pic, d)
    if settings.threads is not None:
        reason = "one thread: several VP8 threads wait busily for each other and are slower"
        d.option("threads", settings.threads, reason if settings.threads == 1 else "as set")
    _plan_rhythm(preset, settings, gop, d)
    for name, value in settings.options.items():
        d.option(_QUALIFIED.get(name, name), value, "from the preset")


def _fraction_text(value: Fraction) -> str:
    return str(value.numerator) if value.denominator == 1 else str(value)


def _plan_rate_control(settings: VideoSettings, pic: Picture, d: Draft) -> None:
    rate = settings.rate
    if rate.mode is RateMode.BIT_RATE:
        d.option("b:v", rate.bit_rate, "the wanted mean bit rate")
        return
    d.option("crf", rate.crf, "constant quality")
    ceiling = ceiling_bit_rate(settings, pic)
    if ceiling is not None:
        reason = "ceiling of the bit rate; without one VP8's crf means 256 kbit/s"
        d.option("b:v", ceiling, reason)
    elif settings.encoder == "libvpx-vp9":
        d.option("b:v", 0, "no ceiling: quality alone decides")


def ceiling_bit_rate(settings: VideoSettings, pic: Picture) -> int | None:
    """Return the highest bit rate in bit/s, from bits per pixel, size and rate; or None."""
    rate = settings.rate
    if rate.ceiling_bits_per_pixel is None:
        return rate.bit_rate if settings.encoder == "libvpx" else None
    pixels_per_second = pic.width * pic.height * pic.frame_rate
    return max(LOWEST_CEILING, round(rate.ceiling_bits_per_pixel * pixels_per_second))


def _plan_rhythm(preset: Preset, settings: VideoSettings, gop: Gop, d: Draft) -> None:
    d.option("g", gop.size, "at most this many frames from keyframe to keyframe")
    if settings.encoder == "libx264":
        _x264_rhythm(preset, gop, d)
    elif settings.encoder in ("libvpx", "libvpx-vp9"):
        _libvpx_rhythm(settings.encoder, gop, d)
    else:
        _svt_rhythm(preset, gop, d)


def _x264_rhythm(preset: Preset, gop: Gop, d: Draft) -> None:
    if gop.fixed or gop.min_size > 1:
        d.option("keyint_min", gop.min_size, "at least this many frames between keyframes")
    threshold = 0 if gop.fixed else 40
    reason = "no extra keyframes at scene cuts" if gop.fixed else "a keyframe at each scene cut"
    d.option("sc_threshold", threshold, reason)
    if preset.gop.closed:
        reason = "closed GOPs: an open one breaks Chromium when playback enters there"
        d.option("x264-params", "open-gop=0", reason)


def _libvpx_rhythm(encoder: str, gop: Gop, d: Draft) -> None:
    """ffmpeg hands keyint_min to libvpx only where it equals g: that fixes the rhythm.

    Source: measured with 9.0.2 on clips with two hard cuts; ffmpeg's libvpxenc.c.
    """
    if gop.fixed:
        d.option("keyint_min", gop.size, "equal to g: a fixed rhythm, no extra keyframes")
        if gop.min_size != gop.size:
            d.note("libvpx has no minimum keyframe interval; the rhythm stays fixed.")
        return
    d.option("keyint_min", min(gop.min_size, gop.size - 1), "below g: keyframes also at cuts")
    if encoder == "libvpx-vp9":
        d.note("VP9 in one pass adds no keyframes at scene cuts.")
    elif gop.min_size > 1:
        d.note("libvpx keeps no minimum keyframe interval when scene cuts are on.")


def _svt_rhythm(preset: Preset, gop: Gop, d: Draft) -> None:
    d.option("keyint_min", gop.size, "the rhythm is fixed")
    kind = 2 if preset.gop.closed else 1
    d.option("svtav1-params", f"irefresh-type={kind}:scd=0", "true keyframes at an even distance")
    if not gop.fixed:
        d.note("SVT-AV1 has no scene cut detection; the keyframes keep their even distance.")
