"""The proof of a repair: it holds for every repair we do, and for nothing else."""

import os
from fractions import Fraction
from pathlib import Path

import pytest

from studio.errors import RepairError
from studio.repair.changes import KeptTrack
from studio.repair.proof import Proof, prove, stamp_of
from studio.repair.recluster import recluster
from studio.repair.refragment import refragment
from studio.verdict.examine import examine
from tests.conftest import X264, ClipFactory
from tests.segments import building as b

VP8 = ("-c:v", "libvpx", "-b:v", "100k", "-cpu-used", "8", "-deadline", "realtime", "-g", "25")
VORBIS = ("-c:a", "libvorbis")
BOTH = (KeptTrack(1, 1), KeptTrack(2, 2))
FRAMES = ((1, 0, b"\x10one"), (2, 10, b"sound"), (1, 40, b"\x10two"), (2, 50, b"more"))


def write(path: Path, frames: tuple[tuple[int, int, bytes], ...], *, first: int = 0) -> Path:
    blocks = [b.simple_block(track, time, data=data) for track, time, data in frames]
    path.write_bytes(b.webm(b.info(), b.tracks(), b.cluster(first, *blocks)))
    return path


def compare(source: Path, result: Path, kept: tuple[KeptTrack, ...] | None = BOTH) -> Proof:
    return prove(examine(source), examine(result), stamp=stamp_of(source), kept=kept)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return write(tmp_path / "source.webm", FRAMES)


def test_the_same_frames_in_another_order_of_tracks_are_proven(
    source: Path, tmp_path: Path
) -> None:
    turned = (FRAMES[1], FRAMES[0], FRAMES[3], FRAMES[2])
    proof = compare(source, write(tmp_path / "result.webm", turned))
    assert proof.frames == 4
    assert [track.shift_s for track in proof.tracks] == [0, 0]
    assert len({track.digest for track in proof.tracks}) == 2


def test_one_shift_of_all_times_is_told(source: Path, tmp_path: Path) -> None:
    proof = compare(source, write(tmp_path / "result.webm", FRAMES, first=70))
    assert {track.shift_s for track in proof.tracks} == {Fraction(70, 1000)}


CHANGED = {
    "a byte": (*FRAMES[:3], (2, 50, b"mope")),
    "a frame that is missing": FRAMES[:3],
    "a frame too many": (*FRAMES, (2, 60, b"extra")),
    "frames cut elsewhere": ((1, 0, b"\x10on"), (2, 10, b"sound"), (1, 40, b"e\x10two"), FRAMES[3]),
    "frames in another order": ((1, 0, b"\x10two"), FRAMES[1], (1, 40, b"\x10one"), FRAMES[3]),
    "another time": (*FRAMES[:3], (2, 51, b"more")),
    "sound that moved": (FRAMES[0], (2, 14, b"sound"), FRAMES[2], (2, 54, b"more")),
}


@pytest.mark.parametrize("what", CHANGED)
def test_no_proof_with(what: str, source: Path, tmp_path: Path) -> None:
    result = write(tmp_path / "result.webm", CHANGED[what])
    with pytest.raises(RepairError, match="very same frames"):
        compare(source, result)


def test_a_track_that_is_gone_is_no_proof(source: Path, tmp_path: Path) -> None:
    picture = tmp_path / "picture.webm"
    recluster(source, picture)
    with pytest.raises(RepairError, match="very same frames"):
        compare(source, picture, (BOTH[0],))


def test_frames_left_out_must_be_owned_up_to(source: Path, tmp_path: Path) -> None:
    shorter = write(tmp_path / "result.webm", FRAMES[1:])
    with pytest.raises(RepairError, match="very same frames"):
        compare(source, shorter)
    proof = compare(source, shorter, (KeptTrack(1, 1, skipped=1), KeptTrack(2, 2)))
    assert [track.skipped for track in proof.tracks] == [1, 0]


def test_a_source_that_changed_meanwhile_is_no_proof(source: Path, tmp_path: Path) -> None:
    stamp = stamp_of(source)
    result = write(tmp_path / "result.webm", FRAMES)
    os.utime(source, ns=(0, 0))
    with pytest.raises(RepairError, match="changed while it was repaired"):
        prove(examine(source), examine(result), stamp=stamp, kept=BOTH)


def test_what_a_cut_off_source_still_holds_is_proven(
    make_clip: ClipFactory, tmp_path: Path
) -> None:
    whole = make_clip("p-whole.webm", size="64x36", video=VP8, audio=VORBIS)
    cut, result = tmp_path / "cut.webm", tmp_path / "result.webm"
    cut.write_bytes(whole.read_bytes()[: whole.stat().st_size * 3 // 4])
    report = recluster(cut, result)
    assert report.truncated
    proof = compare(cut, result, report.kept)
    assert proof.frames == report.blocks


def test_sorted_clusters_are_proven(tmp_path: Path) -> None:
    source, result = tmp_path / "s.webm", tmp_path / "r.webm"
    clusters = [b.cluster(t, b.simple_block(1, 0), b.simple_block(2, 5)) for t in (80, 0, 40)]
    source.write_bytes(b.webm(b.info(), b.tracks(), *clusters))
    report = recluster(source, result)
    assert compare(source, result, report.kept).frames == 6


def test_frames_of_laced_blocks_are_proven(tmp_path: Path) -> None:
    source, result = tmp_path / "s.webm", tmp_path / "r.webm"
    laces = [b.simple_block(2, t, data=b"\x01\xfcA\xfcB", flags=4) for t in (0, 40)]
    entries = b.tracks(audio_codec=b"A_OPUS")
    source.write_bytes(b.webm(b.info(), entries, b.cluster(0, b.simple_block(1, 0), *laces)))
    report = recluster(source, result)
    assert compare(source, result, report.kept).frames == 5


def test_fragmented_mp4_is_proven_against_its_plain_source(
    make_clip: ClipFactory, tmp_path: Path
) -> None:
    plain = make_clip("p-plain.mp4", size="64x36", video=(*X264, "-bf", "2", "-g", "25"))
    result = tmp_path / "result.mp4"
    report = refragment(plain, result)
    proof = compare(plain, result, None)
    assert proof.frames == report.frames
    moved = [track.shift_s for track in proof.tracks]
    assert all(shift is not None and abs(shift - moved[0]) < Fraction(1, 1000) for shift in moved)  # type: ignore[operator]


def test_an_mp4_with_one_changed_byte_is_no_proof(make_clip: ClipFactory, tmp_path: Path) -> None:
    plain = make_clip("p-plain.mp4", size="64x36", video=(*X264, "-bf", "2", "-g", "25"))
    result = tmp_path / "result.mp4"
    refragment(plain, result)
    table = examine(result).media.tables[0]
    data = bytearray(result.read_bytes())
    data[table.offsets[20] + table.sizes[20] - 1] ^= 1
    result.write_bytes(data)
    with pytest.raises(RepairError, match="very same frames"):
        compare(plain, result, None)
