"""Keyframes read from the file's own index are those that ffmpeg's demuxer finds."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from studio.segments import keyframes_webm
from studio.segments.keyframe_index import read_keyframe_times
from studio.transcode.tools import Ffmpeg
from tests.conftest import X264, ClipFactory
from tests.segments import building as b
from tests.segments.conftest import B_FRAMES, FRAGMENTS, GOP, OPUS, VORBIS, VP8, VP9

SMALL = "64x36"
OPEN_GOP = (*B_FRAMES, "-x264-params", "open-gop=1")
VARIABLE = "select='not(eq(mod(n,7),3))*not(between(n,30,36))'"
SYNC, NON_SYNC = 0x2000000, 0x1010000

Made = Callable[[ClipFactory], Path]


def _clip(
    name: str,
    *extra: str,
    video: tuple[str, ...] = B_FRAMES,
    audio: tuple[str, ...] | None = ("-c:a", "aac"),
    filters: str = "",
    gop: tuple[str, ...] = GOP,
) -> Made:
    def make(clip: ClipFactory) -> Path:
        return clip(
            name, seconds=3, size=SMALL, video=video, audio=audio or (), filters=filters,
            sample_rate=48_000 if audio else None, extra=(*gop, *extra),
        )  # fmt: skip

    return make


def _copied(name: str, *options: str) -> Made:
    source = _clip("k-h264.mp4")
    return lambda clip: clip.made_once(
        name, [*options[:-1], "-i", f"file:{source(clip)}", "-c", "copy", *options[-1].split()]
    )


VFR = ("-fps_mode", "vfr")
FILES: dict[str, Made] = {
    "B-frames and an edit": _clip("k-h264.mp4"),
    "no B-frames": _clip("k-x264.mp4", video=X264),
    "open GOPs": _clip("k-open.mp4", video=OPEN_GOP),
    "uneven keyframes": _clip("k-uneven.mp4", gop=("-g", "40")),
    "variable rate": _clip("k-vfr.mp4", *VFR, filters=VARIABLE),
    "only keyframes": _clip("k-intra.mp4", gop=("-g", "1")),
    "picture alone": _clip("k-v.mp4", audio=None),
    "a beginning that is cut off": _copied("k-cut.mp4", "-ss", "1.32", ""),
    "an end that is cut off": _copied("k-end.mp4", "-t 1.7"),
    "a late start": _copied("k-late.mp4", "-itsoffset", "2", "-avoid_negative_ts disabled"),
    "moov first": _copied("k-fast.mp4", "-movflags +faststart"),
    "fragments": _copied("k-frag.mp4", " ".join(FRAGMENTS)),
    "fragments without edits": _copied("k-empty.mp4", "-movflags +frag_keyframe+empty_moov"),
    "fragments inside a GOP": _copied("k-mid.mp4", "-movflags +delay_moov -frag_duration 400000"),
    "fragments of several GOPs": _copied("k-many.mp4", "-movflags +delay_moov -frag_duration 2e6"),
    "fragments with sidx": _copied("k-sidx.mp4", "-movflags +dash+global_sidx+delay_moov"),
    "fragments of variable rate": _clip("k-vfrf.mp4", *VFR, *FRAGMENTS, filters=VARIABLE),
    "several runs": _copied("k-runs.mp4", "-movflags +frag_keyframe+delay_moov -frag_interleave 3"),
    "VP8 and Vorbis": _clip("k-8v.webm", video=VP8, audio=VORBIS),
    "VP9 and Opus": _clip("k-9o.webm", video=VP9, audio=OPUS),
    "WebM of variable rate": _clip("k-vfr.webm", *VFR, video=VP8, audio=OPUS, filters=VARIABLE),
    "WebM with several keyframes in a cluster": _clip(
        "k-gop.webm", "-cluster_time_limit", "9000", video=VP8, audio=OPUS, gop=("-g", "5")
    ),
    "WebM cut inside a GOP": _clip(
        "k-lim.webm", "-cluster_time_limit", "300", video=VP8, audio=OPUS
    ),
    "live WebM": _clip("k-live.webm", "-f", "webm", "-live", "1", video=VP8, audio=OPUS),
    "Matroska with B-frames": _clip("k-b.mkv"),
    "Matroska with open GOPs": _clip("k-open.mkv", video=OPEN_GOP, audio=OPUS),
    "Matroska in groups": _clip("k-group.mkv", *VFR, audio=VORBIS, filters=VARIABLE),
}


@pytest.fixture(params=FILES)
def file(request: pytest.FixtureRequest, make_clip: ClipFactory) -> Path:
    """Each kind of file in turn."""
    return FILES[request.param](make_clip)


def _times_s(path: Path) -> list[Fraction] | None:
    found = read_keyframe_times(path)
    return None if found is None else [time / found.ticks_per_s for time in found.times]


def _assert_as_ffmpeg(path: Path, ffmpeg: Ffmpeg) -> None:
    found = read_keyframe_times(path)
    assert found is not None
    witness = [p for p in b.packets(ffmpeg.path, path) if p.stream == 0 and not p.cut_off]
    times = [time / found.ticks_per_s for time in found.times]
    assert times == sorted(packet.pts_s for packet in witness if packet.key)
    assert found.frame_count in (len(witness), None)
    end_s = max(packet.pts_s + packet.duration_s for packet in witness)
    assert abs(found.end / found.ticks_per_s - end_s) <= Fraction(1, 1000)


def test_keyframes_are_those_ffmpeg_finds(file: Path, ffmpeg: Ffmpeg) -> None:
    _assert_as_ffmpeg(file, ffmpeg)


def _has_cues(name: str) -> bool:
    return ("WebM" in name or "Matroska" in name or "VP" in name) and "live" not in name


@pytest.mark.parametrize("name", [name for name in FILES if _has_cues(name)])
def test_cues_tell_the_same(
    name: str, make_clip: ClipFactory, ffmpeg: Ffmpeg, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyframes_webm, "EXACT_BYTES", 0)
    path = FILES[name](make_clip)
    found = read_keyframe_times(path)
    assert found is not None
    assert found.frame_count is None
    _assert_as_ffmpeg(path, ffmpeg)


def _cue(time: int, cluster: int, relative: int | None) -> bytes:
    place = b"" if relative is None else b.number(0xF0, relative)
    places = b.element(0xB7, b.number(0xF7, 1), b.number(0xF1, cluster), place, width=1)
    return b.element(0xBB, b.number(0xB3, time), places, width=1)


CLUSTER_HEAD = 12
FIRST_BLOCK = 10


def _film(monkeypatch: pytest.MonkeyPatch, *, keys_inside: bool = False) -> tuple[bytes, list[int]]:
    """Return three clusters, and where they begin behind what the Cues take."""
    monkeypatch.setattr(keyframes_webm, "EXACT_BYTES", 0)
    clusters = [
        b.cluster(t, b.simple_block(1, 0), b.simple_block(1, 40, key=keys_inside))
        for t in (0, 80, 160)
    ]
    places = [sum(map(len, clusters[:index])) for index in range(3)]
    return b"".join(clusters), places


def _with_cues(tmp_path: Path, clusters: bytes, cues: Callable[[int], list[bytes]]) -> Path:
    head = b.info() + b.tracks(audio=False)
    body = b.element(0x1C53BB6B, *cues(0))
    body = b.element(0x1C53BB6B, *cues(len(head) + len(body)))
    path = tmp_path / "made.webm"
    path.write_bytes(b.webm(head, body, clusters))
    return path


@pytest.mark.parametrize("relative", [FIRST_BLOCK, None])
def test_cues_with_and_without_a_place_in_the_cluster_are_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, relative: int | None
) -> None:
    clusters, places = _film(monkeypatch)
    path = _with_cues(
        tmp_path,
        clusters,
        lambda at: [_cue(80 * i, at + p, relative) for i, p in enumerate(places)],
    )
    assert _times_s(path) == [0, Fraction(8, 100), Fraction(16, 100)]


@pytest.mark.parametrize("wrong", ["cluster", "block", "no keyframe", "left out", "missing"])
def test_cues_that_are_wrong_are_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wrong: str
) -> None:
    clusters, places = _film(monkeypatch, keys_inside=wrong == "missing")
    second = len(b.simple_block(1, 0))

    def cues(at: int) -> list[bytes]:
        made = [_cue(80 * i, at + p, FIRST_BLOCK) for i, p in enumerate(places)]
        if wrong == "cluster":
            made[1] = _cue(80, at + places[1] + 3, FIRST_BLOCK)
        elif wrong == "block":
            made[1] = _cue(80, at + places[1], FIRST_BLOCK + 2)
        elif wrong == "no keyframe":
            made[1] = _cue(80, at + places[1], FIRST_BLOCK + second)
        elif wrong == "left out":
            del made[1]
        return made

    assert _times_s(_with_cues(tmp_path, clusters, cues)) is None


def test_a_file_that_is_cut_off_is_left_to_a_demuxer(
    make_clip: ClipFactory, tmp_path: Path
) -> None:
    for name in ("VP8 and Vorbis", "fragments", "moov first", "B-frames and an edit"):
        whole = FILES[name](make_clip)
        path = tmp_path / whole.name
        data = whole.read_bytes()
        path.write_bytes(data[: len(data) * 7 // 10])
        assert read_keyframe_times(path) is None


def test_an_edit_that_begins_inside_a_frame_is_left_to_a_demuxer(make_clip: ClipFactory) -> None:
    assert read_keyframe_times(_copied("k-inside.mp4", "-ss", "1.3", "")(make_clip)) is None


def test_sound_alone_and_other_files_have_none(make_clip: ClipFactory, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("To my aunt.\n" * 9)
    tone = make_clip("k-tone.mp4", size=None)
    assert [read_keyframe_times(path) for path in (letter, tone, tmp_path / "no.mp4")] == [None] * 3


def test_a_moov_with_several_edits_is_left_to_a_demuxer(tmp_path: Path) -> None:
    edits = ((1000, 0), (1000, 3000))
    video = b.trak(1, b"vide", entry=b.avc_entry(), edits=edits)
    moof = b.moof(b.box("traf", b.tfhd(1), b.tfdt(0), b.full_box("trun", 0, 5, b.ints(2, 0, SYNC))))
    path = tmp_path / "made.mp4"
    start = b.ftyp() + b.moov(video, trexes=[b.trex(1, 40, 10, NON_SYNC)])
    path.write_bytes(start + moof + b.box("mdat", bytes(20)))
    assert read_keyframe_times(path) is None


def test_flags_of_each_frame_are_read_with_its_own_time(tmp_path: Path) -> None:
    rows = b.ints(40, SYNC, 80, 40, NON_SYNC, 160, 40, SYNC, 40, 30, NON_SYNC, 0)
    run = b.full_box("trun", 1, 0xD01, b.ints(4, 0), rows)
    more = b.full_box("trun", 0, 0x5, b.ints(2, 0, SYNC))
    moof = b.moof(b.box("traf", b.tfhd(1), b.tfdt(1000), run, more))
    video = b.trak(1, b"vide", entry=b.avc_entry())
    path = tmp_path / "made.mp4"
    start = b.ftyp() + b.moov(video, trexes=[b.trex(1, 40, 10, NON_SYNC)])
    path.write_bytes(start + moof + b.box("mdat", bytes(20)))
    found = read_keyframe_times(path)
    assert found is not None
    assert found.times == (1080, 1120, 1150)
    assert (found.frame_count, found.end) == (6, 1240)
