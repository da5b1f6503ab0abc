"""Size, shape, rate and colour of the output's pictures, and the filters that lead there."""

from dataclasses import dataclass
from fractions import Fraction

from studio.errors import PlanError
from studio.media.child import MAX_PIXELS
from studio.media.rates import standard_rate
from studio.media.streams import RateMode, VideoStream
from studio.presets.model import VideoSettings
from studio.transcode.draft import Draft

FALLBACK_RATE = Fraction(30)
"""Frames per second where neither probe can tell the source's rate."""

_HDR_TRANSFERS = {"smpte2084": "PQ", "arib-std-b67": "HLG"}
_RGB = ("gbr", "rgb", "bgr", "argb", "abgr", "pal8")


@dataclass(frozen=True, slots=True)
class Picture:
    """The output's size in pixels and its exact frame rate."""

    width: int
    height: int
    frame_rate: Fraction


def plan_picture(
    video: VideoStream,
    settings: VideoSettings,
    draft: Draft,
    *,
    frame_rate: Fraction | None = None,
    filters: frozenset[str] | None = None,
) -> Picture:
    """Decide size and rate; adds the filters and notes to ``draft``.

    Args:
        video: the source's track.
        settings: the preset's video part.
        draft: gets filters and notes.
        frame_rate: the user's own rate, None to keep the source's.
        filters: names of ffmpeg's filters; None when not known.

    Raises:
        PlanError: the source has no size, or is larger than the limit.
    """
    _check_size(video)
    if video.interlaced:
        reason = "the source is interlaced; browsers show both fields at once"
        draft.filter("bwdif", "mode=send_frame:parity=auto:deint=all", reason)
        draft.note("The source is interlaced; it is deinterlaced.")
    _plan_hdr(video, draft, filters or frozenset())
    width, height = _plan_size(video, settings, draft)
    _plan_depth(video, draft)
    return Picture(width, height, _plan_rate(video, draft, frame_rate))


def _check_size(video: VideoStream) -> None:
    if video.width < 1 or video.height < 1:
        what = "The size of the source's pictures is not known."
        raise PlanError(what, hint="The file is probably damaged.")
    if video.width * video.height > MAX_PIXELS:
        what = f"{video.width} x {video.height} is larger than the limit (64 megapixels)."
        raise PlanError(what, hint="Make a smaller copy of the source first.")


def _plan_size(video: VideoStream, settings: VideoSettings, draft: Draft) -> tuple[int, int]:
    """Rotate, square the pixels, fit into the preset's limits, and make both sides even."""
    width, height, aspect = video.width, video.height, video.pixel_aspect
    if video.rotation in (90, 270):
        width, height, aspect = height, width, 1 / aspect
    if video.rotation:
        draft.note(f"The source is turned by {video.rotation}°; the result is upright.")
    shown_width = Fraction(width) * max(aspect, Fraction(1))
    shown_height = Fraction(height) / min(aspect, Fraction(1))
    shrink = min(
        Fraction(1),
        Fraction(settings.max_width or shown_width) / shown_width,
        Fraction(settings.max_height or shown_height) / shown_height,
    )
    reasons = []
    if aspect != 1:
        reasons.append(f"the source's pixels are {aspect} as wide as high; browsers want squares")
        draft.note("The source's pixels are not square; the picture is scaled to its shape.")
    if shrink < 1:
        reasons.append("the preset limits the size")
    conversion = _color_conversion(video, reasons)
    if aspect == 1 and shrink == 1 and not conversion:
        return _cropped_even(width, height, draft)
    size = _even(shown_width * shrink), _even(shown_height * shrink)
    arguments = f"w={size[0]}:h={size[1]}:flags=bicubic{conversion}"
    draft.filter("scale", arguments, "; ".join(reasons))
    draft.filter("setsar", "1", "pixels are square from here on")
    return size


def _cropped_even(width: int, height: int, draft: Draft) -> tuple[int, int]:
    """Cut the odd column or row off: sharper and cheaper than scaling by a pixel."""
    if width % 2 == 0 and height % 2 == 0:
        return width, height
    even = max(2, width - width % 2), max(2, height - height % 2)
    reason = "4:2:0 pictures need even sides"
    if min(width, height) < 2:
        draft.filter("scale", f"w={even[0]}:h={even[1]}", reason)
    else:
        draft.filter("crop", f"w={even[0]}:h={even[1]}:x=0:y=0", reason)
    draft.note(f"{width} x {height} becomes {even[0]} x {even[1]}: sides must be even.")
    return even


def _even(value: Fraction) -> int:
    return max(2, 2 * round(value / 2))


def _color_conversion(video: VideoStream, reasons: list[str]) -> str:
    """Return scale's arguments for sources that are not limited-range YUV."""
    if video.pixel_format.startswith(_RGB):
        reasons.append("the source is RGB")
        return ":out_color_matrix=bt709:out_range=tv"
    if video.full_range or video.pixel_format.startswith("yuvj"):
        reasons.append("the source has full-range colours, which VP8 cannot say")
        return ":in_range=pc:out_range=tv"
    return ""


def _plan_depth(video: VideoStream, draft: Draft) -> None:
    if video.bit_depth > 8:
        draft.note(f"The source has {video.bit_depth} bits per colour; the result has 8.")
    if video.chroma not in ("4:2:0", ""):
        draft.note(f"The source's colours are {video.chroma}; the result's are 4:2:0.")


def _plan_hdr(video: VideoStream, draft: Draft, filters: frozenset[str]) -> None:
    name = _HDR_TRANSFERS.get(video.color_transfer)
    if name is None:
        return
    if not {"zscale", "tonemap"} <= filters:
        draft.note(f"The source is HDR ({name}); colours will look pale, tone mapping is missing.")
        return
    reason = f"the source is HDR ({name}); 8-bit players expect BT.709"
    draft.filter("zscale", "transfer=linear:npl=100", reason)
    draft.filter("format", "gbrpf32le", "tone mapping works on linear light")
    draft.filter("zscale", "primaries=bt709", reason)
    draft.filter("tonemap", "tonemap=hable:desat=0", reason)
    draft.filter("zscale", "transfer=bt709:matrix=bt709:range=limited", reason)
    draft.filter("format", "yuv420p", reason)
    draft.note(f"The source is HDR ({name}); its colours are mapped to the normal range.")


def _plan_rate(video: VideoStream, draft: Draft, chosen: Fraction | None) -> Fraction:
    if chosen is not None:
        return chosen
    if video.frame_rate is None:
        draft.note(f"The source's frame rate is not known; the result has {FALLBACK_RATE}.")
        return FALLBACK_RATE
    if video.rate_mode is RateMode.VARIABLE:
        rate = standard_rate(video.frame_rate, video.highest_rate)
        words = f"{float(rate):.3f}".rstrip("0").rstrip(".")
        draft.note(f"The source's frame rate varies; the result has a constant {words}.")
        return rate
    return video.frame_rate
