"""Damaged files give a map or a SegmentError: no other exception, and no long wait."""

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studio.errors import SegmentError
from studio.segments.model import SegmentMap
from studio.segments.reader import read_segment_map
from studio.verdict.rules import static_findings
from tests.segments import building as b

SECONDS_ALLOWED = 2.0
FLIPS = st.lists(
    st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=12
)
INTERESTING = (0, 1, 7, 8, 0x7F, 0x80, 0xFF)
PROFILE = settings(
    max_examples=250,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture(scope="session")
def heads(vp8_vorbis: Path, h264_aac: Path) -> dict[str, bytes]:
    """The structure-rich beginnings of two real films, and the end of one."""
    mp4, webm = h264_aac.read_bytes(), vp8_vorbis.read_bytes()
    return {"mp4": mp4[:20_000], "webm": webm[:9_000] + webm[-2_000:], "moov": mp4[:1_400]}


def _read(path: Path) -> SegmentMap | None:
    started = time.process_time()
    try:
        found = read_segment_map(path)
    except SegmentError:
        return None
    finally:
        assert time.process_time() - started < SECONDS_ALLOWED
    static_findings(found)
    return found


@pytest.mark.parametrize("name", ["mp4", "webm", "moov"])
@PROFILE
@given(flips=FLIPS)
def test_flipped_bytes_do_no_harm(
    heads: dict[str, bytes], tmp_path: Path, name: str, flips: list[tuple[float, int]]
) -> None:
    data = bytearray(heads[name])
    for place, value in flips:
        data[int(place * len(data))] = value
    _check(tmp_path, bytes(data))


@pytest.mark.parametrize("name", ["mp4", "webm"])
def test_each_byte_of_the_header_may_be_anything(
    heads: dict[str, bytes], tmp_path: Path, name: str
) -> None:
    data = heads[name][:5000]
    for place in range(0, 1400, 3):
        value = INTERESTING[place % len(INTERESTING)]
        _check(tmp_path, data[:place] + bytes([value]) + data[place + 1 :])


def _check(folder: Path, data: bytes) -> None:
    path = folder / "broken.bin"
    path.write_bytes(data)
    found = _read(path)
    if found is not None:
        end = found.init_offset + found.init_size
        assert end <= len(data)
        for segment in found.segments:
            assert segment.size >= 0
            assert end <= segment.offset <= segment.offset + segment.size <= len(data)
            end = segment.offset + segment.size


@pytest.mark.parametrize(
    "data",
    [
        b.webm(b.info(), b.tracks(), b"\xec\x80" * 300_000),
        b.webm(b.info(), b.tracks(), b.cluster(0, b"\xec\x80" * 300_000)),
        b.webm(b.info(), b.element(0x1654AE6B, b.element(0xAE) * 60_000)),
        b.ftyp() + b.moov(b.trak(1, b"vide")) + b.box("free") * 100_000,
        b.ftyp() + b.box("moov", b.box("trak") * 90_000),
        b.ftyp() + b.moov(*[b.trak(1, b"vide")] * 2_000),
        b.webm(b.info(), b.tracks(), *[b.cluster(0)] * 20_000),
    ],
    ids=["voids", "voids in a cluster", "tracks", "boxes", "traks", "real traks", "clusters"],
)
def test_floods_end_in_time(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "flood.bin"
    path.write_bytes(data)
    _read(path)
