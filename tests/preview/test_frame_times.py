"""Frames that come unevenly are listed, one by one; evenly spaced ones are not."""

from pathlib import Path

import pytest

from studio.preview.frame_times import uneven_frames_s
from studio.segments.frame_reader import read_media
from tests.conftest import ClipFactory

VP8 = ("-c:v", "libvpx", "-threads", "1", "-deadline", "realtime", "-cpu-used", "8", "-g", "12")
SIZE = "96x64"
PASS = ("-fps_mode", "passthrough", "-enc_time_base", "1/1000")
UNEVEN = "settb=1/1000,setpts='N*40+mod(N*7,5)*6+if(gt(N,20),100,0)'"


def clip(make_clip: ClipFactory, name: str, rate: str, filters: str, *extra: str) -> Path:
    return make_clip(
        name, rate=rate, size=SIZE, sample_rate=None, filters=filters, video=VP8, extra=extra
    )


def test_uneven_frames_are_listed_as_they_were_made(make_clip: ClipFactory) -> None:
    path = clip(make_clip, "uneven.webm", "25", UNEVEN, *PASS)
    meant = [n * 40 + n * 7 % 5 * 6 + (100 if n > 20 else 0) for n in range(50)]
    assert uneven_frames_s(read_media(path)) == [time / 1000 for time in meant]


@pytest.mark.parametrize("rate", ["25", "30000/1001", "60000/1001"])
def test_the_rounding_of_times_is_not_taken_for_unevenness(
    make_clip: ClipFactory, rate: str
) -> None:
    path = clip(make_clip, f"even-{rate.partition('/')[0]}.webm", rate, "null")
    assert uneven_frames_s(read_media(path)) == []
