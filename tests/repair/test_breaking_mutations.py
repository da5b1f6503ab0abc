"""Damaged files in the breakers: an explained refusal, never a traceback or endless work."""

import random
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from studio.errors import StudioError
from studio.repair.breaking.model import Media, open_media
from studio.repair.breaking.pieces import length
from studio.repair.breaking.table import BREAKERS
from tests.conftest import ClipFactory

VP8 = ("-c:v", "libvpx", "-b:v", "50k", "-threads", "1", "-cpu-used", "8", "-deadline", "realtime")
GOP = ("-g", "5", "-keyint_min", "5")
FRAGMENTS = ("-movflags", "+frag_keyframe+delay_moov+default_base_moof")
FILES = 40
MOST_BYTES = 1 << 40
"""More than any plan made of so small a file can name, even with sizes of 32 bits."""


def mutated(data: bytes, seed: int) -> Iterator[bytes]:
    numbers = random.Random(seed)
    for _ in range(FILES):
        changed = bytearray(data)
        for _ in range(numbers.randint(1, 6)):
            place = numbers.randrange(min(1500, len(changed)))
            match numbers.randrange(4):
                case 0:
                    changed[place] = numbers.randrange(256)
                case 1:
                    changed[place : place + 4] = numbers.choice((b"\0" * 4, b"\x7f\xff\xff\xff"))
                case 2:
                    del changed[place : place + numbers.randint(1, 64)]
                case _:
                    changed[place:place] = numbers.randbytes(numbers.randint(1, 16))
        yield bytes(changed)


def plan_all(media: Media) -> None:
    for found in BREAKERS:
        if found.applies(media):
            with suppress(StudioError):
                assert length(found.plan(media)) < MOST_BYTES


@pytest.mark.parametrize("name", ["m.webm", "m.mp4"])
@pytest.mark.timeout(60)
def test_damaged_files_are_refused_or_broken_further(
    name: str, make_clip: ClipFactory, tmp_path: Path
) -> None:
    if name == "m.webm":
        clip = make_clip(name, seconds=1, size="64x36", video=VP8, audio=("-c:a", "libopus"),
                         extra=GOP, sample_rate=48_000)  # fmt: skip
    else:
        clip = make_clip(name, seconds=1, size="64x36", extra=(*GOP, *FRAGMENTS))
    damaged = tmp_path / name
    for data in mutated(clip.read_bytes(), seed=7):
        damaged.write_bytes(data)
        with suppress(StudioError), open_media(damaged) as media:
            plan_all(media)


def test_a_frame_that_claims_to_be_huge_does_not_fill_the_memory(
    make_clip: ClipFactory, tmp_path: Path
) -> None:
    clip = make_clip("m.mp4", seconds=1, size="64x36", extra=(*GOP, *FRAGMENTS))
    data = bytearray(clip.read_bytes())
    for place in [n for n in range(len(data)) if data.startswith(b"trun", n)]:
        data[place + 20 : place + 24] = b"\x7f\xff\xff\xff"
    (tmp_path / "m.mp4").write_bytes(data)
    with open_media(tmp_path / "m.mp4") as media:
        plan_all(media)
