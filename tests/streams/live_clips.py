"""Short films that are played out in several tests: two GOPs of 0.4 s, picture and sound."""

from pathlib import Path
from typing import Any

from tests.conftest import X264, ClipFactory

LENGTH_S, RATE, GOP_S, GOPS = 0.8, 30, 0.4, 2
VP8 = ("-c:v", "libvpx", "-threads", "1", "-deadline", "realtime", "-cpu-used", "8", "-g", "12")
FRAGMENTS = ("-movflags", "+frag_keyframe+empty_moov+default_base_moof+delay_moov")
_LENGTH: dict[str, Any] = {"seconds": LENGTH_S, "sample_rate": 48_000}


def vorbis_film(make_clip: ClipFactory) -> Path:
    """VP8 with Vorbis; its blocks are not in time order, as ffmpeg's muxer leaves them."""
    sound = ("-c:a", "libvorbis")
    return make_clip("streams-core-vorbis.webm", video=VP8, audio=sound, rate=str(RATE), **_LENGTH)


def opus_film(make_clip: ClipFactory) -> Path:
    """VP8 with Opus; its blocks are not in time order either."""
    sound = ("-c:a", "libopus")
    return make_clip("streams-core-opus.webm", video=VP8, audio=sound, rate=str(RATE), **_LENGTH)


def movie_film(make_clip: ClipFactory) -> Path:
    """H.264 with B-frames at 29.97 frames a second, and AAC, in fragments."""
    video = (*X264, "-bf", "2", "-g", "12")
    return make_clip(
        "streams-core-movie.mp4", video=video, extra=FRAGMENTS, rate="30000/1001", **_LENGTH
    )
