"""Room on the disk of a result: which volume, how much is free, how much will be needed."""

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from studio.batch.estimate import planned_work
from studio.batch.experience import Experience, Kind, Lore, key_of
from studio.media.streams import AudioStream, VideoStream
from studio.presets.model import Container, RateMode, VideoSettings
from studio.transcode.encoders import ceiling_bit_rate
from studio.transcode.model import EncodePlan
from studio.transcode.picture import Picture

MEBIBYTE = 1 << 20
_RESERVE_PERCENT = 2
_FLOOR_DIVISOR = 4
"""Running jobs stand still when less than this part of the reserve is left."""

_COPIES = {Container.WEBM: 2}
"""Files of full size that stand side by side: a WebM is re-clustered into a second one."""

_CONTAINER_SHARE = 1.02
"""Boxes, clusters and indices on top of the tracks."""

_BITS_PER_PIXEL = {
    "libx264": (21, 6, 0.14),
    "libvpx": (10, 45, 0.12),
    "libvpx-vp9": (32, 10, 0.09),
    "libsvtav1": (32, 12, 0.075),
}
"""A first guess by encoder: a crf, by how much it must rise to halve the bits, and bits per pixel
there. Experience replaces it.

Source: measured on three clips of real footage (720p animation, 272p sport, the latter at 544p
with added grain) at three crf each: 0.6 to 1.6 times the real size, 1.1 times in the middle.
"""
_OTHER_BITS_PER_PIXEL = 0.15
_UNKNOWN_SHARE = 1.0
"""Result to source where the length is not known."""


def volume_of(path: Path) -> Path:
    """Return the mount point (on Windows the drive or share) that a path is, or will be, on."""
    place = _nearest(path)
    while not os.path.ismount(place) and place.parent != place:
        place = place.parent
    return place


def free_bytes(path: Path) -> int:
    """Return how many bytes may still be written where a path is, or will be.

    Raises:
        OSError: the volume cannot be asked; it may be gone.
    """
    return shutil.disk_usage(_nearest(path)).free


def reserve_bytes(path: Path, reserve_mb: int) -> int:
    """Return what is to be kept free: the user's number, at most 2 % of the volume.

    Args:
        path: on the volume.
        reserve_mb: in MB of 2^20 bytes.

    Raises:
        OSError: the volume cannot be asked.
    """
    total = shutil.disk_usage(_nearest(path)).total
    return min(max(0, reserve_mb) * MEBIBYTE, total * _RESERVE_PERCENT // 100)


def floor_bytes(path: Path, reserve_mb: int) -> int:
    """Return what must be free for running jobs to go on: less than for one to be started.

    Raises:
        OSError: the volume cannot be asked.
    """
    return reserve_bytes(path, reserve_mb) // _FLOOR_DIVISOR


def is_enough(path: Path, needed: int, reserve_mb: int, *, promised: int = 0) -> bool:
    """Tell whether there is room for so many bytes, the reserve left alone.

    Args:
        path: of the result.
        needed: bytes, as from ``estimate_bytes``.
        reserve_mb: as for ``reserve_bytes``.
        promised: bytes that running jobs have still to write there.

    Raises:
        OSError: the volume cannot be asked.
    """
    return free_bytes(path) - promised - needed >= reserve_bytes(path, reserve_mb)


def estimate_bytes(plan: EncodePlan, experience: Sequence[Experience] = ()) -> int:
    """Return how many bytes a job needs at its peak.

    That is twice the result for a WebM, which stands beside its re-clustered copy for a while.
    """
    return result_bytes(plan, experience) * _COPIES.get(plan.preset.container, 1)


def result_bytes(plan: EncodePlan, experience: Sequence[Experience] = ()) -> int:
    """Return about how many bytes a result will have, rather too many than too few.

    From experience with the same encoder, speed, size and quality where there is any, else
    from the preset's bit rates and ceilings, else by rule of thumb. Never more than the
    ceilings allow.
    """
    kind, work = planned_work(plan)
    if not work.media_s:
        return round(plan.info.size_bytes * _UNKNOWN_SHARE)
    sound_bits = _sound_bits_per_s(plan) * work.media_s
    learned = Lore(experience).bytes_per_unit(key_of(kind, work.size))
    video = plan.preset.video
    if plan.video is None or video is None:
        return round((sound_bits / 8) * _CONTAINER_SHARE)
    if video.encoder == "copy":
        return round(_copied_bytes(plan, plan.video, work.media_s) * _CONTAINER_SHARE)
    rate = _picture_bits_per_s(kind, video, work.pixels / work.media_s)
    ceiling = _ceiling(video, plan)
    if ceiling is not None:
        rate = min(rate, ceiling)
    most = (rate * work.media_s + sound_bits) / 8 * _CONTAINER_SHARE
    if learned is None:
        return round(most)
    likely = learned * work.units
    if ceiling is None and video.rate.mode is RateMode.CONSTANT_QUALITY:
        return round(likely)
    return round(min(likely, most))


def _nearest(path: Path) -> Path:
    """Return the path, or its nearest parent that exists, without links."""
    place = Path(os.path.abspath(path))  # noqa: PTH100  (parents of what is not there yet)
    while not os.path.exists(place) and place.parent != place:  # noqa: PTH110  (never raises)
        place = place.parent
    return place.resolve()


def _picture_bits_per_s(kind: Kind, video: VideoSettings, pixels_per_s: float) -> float:
    rate = video.rate
    if rate.mode is RateMode.BIT_RATE and rate.bit_rate:
        return rate.bit_rate
    if kind.encoder not in _BITS_PER_PIXEL or rate.crf is None:
        return _OTHER_BITS_PER_PIXEL * pixels_per_s
    usual, halving, bits = _BITS_PER_PIXEL[kind.encoder]
    return float(pixels_per_s * bits * 2 ** ((usual - rate.crf) / halving))


def _ceiling(video: VideoSettings, plan: EncodePlan) -> int | None:
    """Return the bit rate that the encoder is not allowed to exceed, in bit/s."""
    if plan.frame_rate is None or video.rate.mode is RateMode.BIT_RATE:
        return None
    return ceiling_bit_rate(video, Picture(plan.width, plan.height, plan.frame_rate))


def _sound_bits_per_s(plan: EncodePlan) -> float:
    settings, audio = plan.preset.audio, plan.audio
    if settings is None or audio is None:
        return 0
    if settings.encoder == "copy":
        return audio.bit_rate or 0
    return settings.bit_rate_per_channel * min(audio.channels or 2, settings.max_channels)


def _copied_bytes(plan: EncodePlan, video: VideoStream, media_s: float) -> float:
    """Return the size of the tracks that are taken; all of the source where it is not known."""
    audio: AudioStream | None = plan.audio
    rates = [track.bit_rate for track in (video, audio) if track is not None]
    if None in rates:
        return plan.info.size_bytes
    return min(plan.info.size_bytes, sum(rate or 0 for rate in rates) * media_s / 8)
