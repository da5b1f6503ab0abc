"""Each MP4 rule fires on the smallest file that breaks it, at the box that does, and only there."""

import struct
from collections.abc import Sequence
from pathlib import Path

import pytest

from studio.segments.reader import read_segment_map
from studio.verdict.model import Effect, EngineFamily, Finding, Severity
from studio.verdict.rules_mp4 import mp4_findings
from tests.conftest import ClipFactory
from tests.segments import building as b

SYNC, NON_SYNC = 0x2000000, 0x1010000
FIREFOX = EngineFamily.FIREFOX
Expected = tuple[str, str, bytes]
"""Code, place, and the bytes of the box at which the finding points."""


def _findings(folder: Path, data: bytes) -> list[Finding]:
    path = folder / "made.mp4"
    path.write_bytes(data)
    return [f for f in mp4_findings(read_segment_map(path)) if f.code != "TIME-013"]


def _opus(channels: int = 1, rate: int = 48_000, bits: int = 16, head: int = 1) -> bytes:
    dops = b.box("dOps", struct.pack(">BBHIhB", 0, channels, 312, rate, 0, 0))
    format_ = struct.pack(">8xHH4xHH", head, bits, 48_000, 0)
    return b.box("Opus", bytes(6), struct.pack(">H", 1), format_, dops)


def _init(
    *extra: bytes, entry: bytes = b"", edits: Sequence[tuple[int, int]] = (), samples: int = 0
) -> bytes:
    video = b.trak(1, b"vide", entry=entry or b.avc_entry(), edits=edits, stts_count=samples)
    return b.ftyp() + b.moov(video, *extra, trexes=[b.trex(1, 40, 10, NON_SYNC)])


def _both(sound: bytes = b"", *, sound_number: int = 2, trexes: Sequence[bytes] = ()) -> bytes:
    """Return an init segment with picture and sound."""
    video = b.trak(1, b"vide", entry=b.avc_entry())
    audio = b.trak(sound_number, b"soun", entry=sound or _opus(), timescale=48_000)
    both = trexes or [b.trex(1, 40, 10, NON_SYNC), b.trex(2, 960, 10, SYNC)]
    return b.ftyp() + b.moov(video, audio, trexes=both)


def _run(
    start: int, count: int = 2, *, flags: int = 5, first: int = SYNC, more: bytes = b""
) -> bytes:
    numbers = [count, *([start] if flags & 1 else []), *([first] if flags & 4 else [])]
    return b.full_box("trun", 0, flags, b.ints(*numbers), more)


def _traf(time: int = 0, *boxes: bytes, track: int = 1, header: bytes = b"") -> bytes:
    return b.box("traf", header or b.tfhd(track), b.tfdt(time), *(boxes or [_run(100)]))


def _fragment(*trafs: bytes, data: int = 100) -> bytes:
    """Return a moof whose runs' data offsets of 100 are made to point into its mdat."""
    moof = b.moof(*trafs)
    return moof.replace(b.ints(2, 100), b.ints(2, len(moof) + 8)) + b.box("mdat", bytes(data))


GOOD = _init() + _fragment(_traf(0)) + _fragment(_traf(80))
GOOD_BOTH = _both() + _fragment(_traf(0), _traf(0, track=2)) + _fragment(_traf(80))
FRAGMENT = _fragment(_traf(0))


def _without(data: bytes, name: str) -> bytes:
    """Return a film with one box of the moov box renamed away."""
    return data.replace(name.encode(), b"free", 1)


def _in_trak(old: bytes, new: bytes) -> bytes:
    assert len(old) == len(new)
    return _init().replace(old, new, 1) + FRAGMENT


MEDIA = "moov/trak[1]/mdia"
STSD = f"{MEDIA}/minf/stbl/stsd"
BAD: dict[str, Expected] = {
    "no mvex": (
        "MP4-001",
        "moov",
        b.ftyp() + b.moov(b.trak(1, b"vide", entry=b.avc_entry())) + b.box("mdat"),
    ),
    "samples in moov": ("MP4-002", f"{MEDIA}/minf/stbl/stts", _init(samples=2) + FRAGMENT),
    "mdat first": ("MP4-002", "mdat", _init() + b.box("mdat", bytes(9)) + FRAGMENT),
    "no trex": (
        "MP4-003",
        "moov/trak[2]",
        _both(trexes=[b.trex(1, 40, 10, NON_SYNC)]) + FRAGMENT,
    ),
    "trex of description 0": (
        "MP4-003",
        "moov/mvex/trex",
        (_init() + FRAGMENT).replace(
            b.trex(1, 40, 10, NON_SYNC), b.full_box("trex", 0, 0, b.ints(1, 0, 40, 10, NON_SYNC))
        ),
    ),
    "trex of a description too many": (
        "MP4-003",
        "moov/mvex/trex",
        (_init() + FRAGMENT).replace(
            b.trex(1, 40, 10, NON_SYNC), b.full_box("trex", 0, 0, b.ints(1, 2, 40, 10, NON_SYNC))
        ),
    ),
    "no ftyp": ("MP4-004", "moov", GOOD[len(b.ftyp()) :]),
    "odd brand": ("MP4-004", "ftyp", GOOD.replace(b"iso5", b"zzzz")),
    "moov again": ("MP4-004", "moov[2]", GOOD + _init()[len(b.ftyp()) :]),
    "foreign box": ("MP4-005", "wide", GOOD + b.box("wide")),
    "pssh at the top": ("MP4-005", "pssh", GOOD + b.box("pssh", bytes(24))),
    "box to the end": ("MP4-006", "mdat", GOOD + b.ints(0) + b"mdat" + bytes(9)),
    "base data offset": (
        "MP4-007",
        "moof[1]/traf[1]/tfhd",
        _init() + _fragment(_traf(0, header=b.tfhd(1, 1, 0, len(_init())))),
    ),
    "no default base": (
        "MP4-008",
        "moof[1]/traf[1]/tfhd",
        _both() + _fragment(_traf(0, header=b.tfhd(1, 0)), _traf(0, track=2)),
    ),
    "run without offset": (
        "MP4-009",
        "moof[1]/traf[1]/trun[2]",
        _init() + _fragment(_traf(0, _run(100), _run(0, flags=0))),
    ),
    "data cut off": ("MP4-009", "mdat", GOOD[:-60]),
    "no tfdt": (
        "MP4-010",
        "moof[1]/traf[1]",
        _init() + _fragment(b.box("traf", b.tfhd(1), _run(100))),
    ),
    "tfdt over 32 bits": (
        "MP4-010",
        "moof[2]/traf[1]/tfdt",
        _init()
        + _fragment(b.box("traf", b.tfhd(1), b.tfdt(0xFFFFFFFF), _run(100)))
        + _fragment(_traf(79)),
    ),
    "no traf": ("MP4-011", "moof[2]", GOOD[: -len(_fragment(_traf(80)))] + _fragment()),
    "unknown track": ("MP4-011", "moof[1]/traf[1]/tfhd", _init() + _fragment(_traf(0, track=9))),
    "moof without mdat": ("MP4-012", "moof[1]", _init() + b.moof(_traf(0)) + FRAGMENT),
    "mdat before its moof": (
        "MP4-012",
        "moof[1]",
        _init() + b.moof(_traf(0, _run(0))) + b.box("mdat", bytes(40)),
    ),
    "orphan mdat": ("MP4-012", "mdat", GOOD + b.box("mdat", bytes(40))),
    "moof before moov": ("MP4-013", "moof", b.ftyp() + FRAGMENT + GOOD),
    "other moov": ("MP4-014", "moov[2]", GOOD + _both()[len(b.ftyp()) :]),
    "doubled track": (
        "MP4-015",
        "moov/trak[2]",
        _init(b.trak(1, b"vide", entry=b.avc_entry())) + FRAGMENT,
    ),
    "shared number": ("MP4-015", "moov/trak[2]", _both(sound_number=1) + FRAGMENT),
    "reserved dependency": (
        "MP4-016",
        "moof[1]/traf[1]/trun[1]",
        _init() + _fragment(_traf(0, _run(100, first=3 << 24))),
    ),
    "reserved dependency in sdtp": (
        "MP4-016",
        "moof[1]/traf[1]/sdtp",
        _init() + _fragment(_traf(0, _run(100), b.full_box("sdtp", 0, 0, b"\x30\x30"))),
    ),
    "absent track": ("MP4-017", "moof[2]", GOOD_BOTH),
    "empty sample": (
        "MP4-018",
        "moof[1]/traf[1]/trun[1]",
        _init() + _fragment(_traf(0, _run(100, flags=0x205, more=b.ints(10, 0)))),
    ),
    "avcC missing": ("MP4-020", f"{STSD}/avc1", _in_trak(b"avcC", b"free")),
    "avcC empty": ("MP4-020", f"{STSD}/avc1/avcC", _in_trak(b"avcC\1d", b"avcC\0\0")),
    "avcC with sets that are none": (
        "MP4-020",
        f"{STSD}/avc1/avcC",
        _in_trak(b"\0\x1agd\0", b"\0\x1aggd"),
    ),
    "hvcC of 3-byte lengths": (
        "MP4-020",
        f"{STSD}/hvc1/hvcC",
        _init(entry=b.hevc_entry("hvc1").replace(b"\x0f\0", b"\x0e\0")) + FRAGMENT,
    ),
    "data beyond the mdat": ("MP4-021", "moof[1]", _init() + _fragment(_traf(0), data=12)),
    "no box at all": ("MP4-022", "", GOOD + b.ints(2) + b"junk"),
    "no mvhd": ("MP4-023", "moov", _without(GOOD, "mvhd")),
    "no stsd": ("MP4-023", f"{MEDIA}/minf/stbl", _without(GOOD, "stsd")),
    "hdlr with a bare name": (
        "MP4-024",
        f"{MEDIA}/hdlr",
        _in_trak(b"vide" + bytes(13), b"vide" + bytes(12) + b"x"),
    ),
    "junk in the moof": (
        "MP4-024",
        "moof[1]",
        _init() + _fragment(_traf(0), bytes(4)),
    ),
    "junk in the entry": (
        "MP4-024",
        f"{STSD}/avc1",
        _init(entry=b.box("avc1", b.avc_entry()[8:], bytes(4))) + FRAGMENT,
    ),
    "timescale 0": (
        "MP4-025",
        f"{MEDIA}/mdhd",
        (_init() + FRAGMENT).replace(b"mdhd" + bytes(12) + b.ints(1000), b"mdhd" + bytes(16)),
    ),
    "unknown entry": ("MP4-026", f"{STSD}/zzzz", _in_trak(b"avc1", b"zzzz")),
    "encrypted": ("MP4-027", f"{STSD}/encv", _in_trak(b"avc1", b"encv")),
    "no dOps": (
        "MP4-028",
        "moov/trak[2]/mdia/minf/stbl/stsd/Opus",
        _both(_opus().replace(b"dOps", b"free")) + FRAGMENT,
    ),
    "Opus described twice": (
        "MP4-029",
        "moov/trak[2]/mdia/minf/stbl/stsd/Opus",
        _both(_opus(channels=2)) + FRAGMENT,
    ),
    "12 bits": (
        "MP4-030",
        "moov/trak[2]/mdia/minf/stbl/stsd/Opus",
        _both(_opus(bits=12)) + FRAGMENT,
    ),
    "two tracks of sound": (
        "MP4-031",
        "moov/trak[3]",
        b.ftyp()
        + b.moov(
            b.trak(1, b"vide", entry=b.avc_entry()),
            b.trak(2, b"soun", entry=_opus()),
            b.trak(3, b"soun", entry=_opus()),
            trexes=[b.trex(1, 40, 10, NON_SYNC), b.trex(2, 1, 1), b.trex(3, 1, 1)],
        )
        + FRAGMENT,
    ),
    "runs in reverse": (
        "MP4-032",
        "moof[1]/traf[1]/trun[2]",
        _init() + _fragment(_traf(0, _run(900), _run(890))),
    ),
    "decode times in reverse": (
        "TIME-005",
        "moof[1]/traf[2]/trun[1]",
        _init() + _fragment(_traf(80), _traf(0)),
    ),
    "no stsc": ("MP4-034", f"{MEDIA}/minf/stbl", _without(GOOD, "stsc")),
    "no mfhd": ("MP4-035", "moof[1]", _without(GOOD, "mfhd")),
    "no tfhd": ("MP4-036", "moof[1]/traf[1]", _without(GOOD, "tfhd")),
    "short run": (
        "MP4-037",
        "moof[1]/traf[1]/trun[1]",
        _init() + _fragment(_traf(0, _run(100, 9, flags=0x205, more=b.ints(10, 10)))),
    ),
    "empty edit": (
        "TIME-007",
        "moov/trak[1]/edts/elst",
        _init(edits=[(50, -1), (0, 0)]) + FRAGMENT,
    ),
    "two edits": ("TIME-007", "moov/trak[1]/edts/elst", _init(edits=[(50, 0), (0, 90)]) + FRAGMENT),
    "edit of double speed": (
        "TIME-007",
        "moov/trak[1]/edts/elst",
        (_init(edits=[(0, 0)]) + FRAGMENT).replace(b.ints(0, 0, 1 << 16), b.ints(0, 0, 2 << 16)),
    ),
    "edit that ends early": (
        "MP4-033",
        "moov/trak[1]/edts/elst",
        _init(edits=[(50, 0)]) + FRAGMENT + _fragment(_traf(80)),
    ),
    "fragment inside a GOP": (
        "TIME-009",
        "",
        _init() + _fragment(_traf(0, _run(100, first=NON_SYNC))),
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_a_broken_rule_is_told_with_its_place(tmp_path: Path, name: str) -> None:
    code, place, data = BAD[name]
    found = [f for f in _findings(tmp_path, data) if f.code == code and f.place == place]
    assert found, [(f.code, f.place) for f in _findings(tmp_path, data)]
    finding = found[0]
    box = place.rsplit("/", 1)[-1].split("[")[0]
    if finding.offset is not None and box:
        assert data[finding.offset + 4 : finding.offset + 8] == box.encode()
    assert finding.message.endswith((".", ")"))
    assert "{" not in finding.message
    assert finding.remedy.endswith(".")
    assert finding.cure is not None


@pytest.mark.parametrize("name", BAD)
def test_what_blocks_has_an_engine_that_minds(tmp_path: Path, name: str) -> None:
    for finding in _findings(tmp_path, BAD[name][2]):
        if finding.severity is Severity.BLOCK:
            assert any(
                hit.effect in {Effect.REFUSES, Effect.IGNORES, Effect.LOSES} for hit in finding.hits
            )


GOOD_FILES: dict[str, bytes] = {
    "picture": GOOD,
    "picture and sound": _both() + _fragment(_traf(0), _traf(0, track=2)),
    "edit of the whole film": _init(edits=[(80, 0)]) + FRAGMENT,
    "trailing bytes": GOOD + bytes(7),
    "one edit": _init(edits=[(0, 40)]) + _fragment(_traf(40)),
    "H.265": _init(entry=b.hevc_entry("hvc1")) + FRAGMENT,
    "free between": _init() + b.box("free", bytes(9)) + FRAGMENT + b.box("skip"),
    "wide moov": b.ftyp() + b.box("moov", _init()[len(b.ftyp()) + 8 :], wide=True) + FRAGMENT,
    "styp": _init() + b.box("styp", b"msdh", bytes(4)) + FRAGMENT,
    "single track without default base": _init() + _fragment(_traf(0, header=b.tfhd(1, 0))),
    "several runs": _init() + _fragment(_traf(0, _run(100), _run(200, flags=1)), data=300),
    "64-bit time": _init() + _fragment(b.box("traf", b.tfhd(1), b.tfdt(1 << 33, 1), _run(100))),
    "sdtp": _init() + _fragment(_traf(0, _run(100), b.full_box("sdtp", 0, 0, b"\x20\x10"))),
}


@pytest.mark.parametrize("name", GOOD_FILES)
def test_a_good_file_breaks_no_rule(tmp_path: Path, name: str) -> None:
    assert _findings(tmp_path, GOOD_FILES[name]) == []


def test_a_file_without_length_is_told_of(tmp_path: Path) -> None:
    path = tmp_path / "made.mp4"
    path.write_bytes(GOOD)
    assert [f.code for f in mp4_findings(read_segment_map(path))] == ["TIME-013"]


def test_firefox_refuses_undeclared_fragments_and_ignores_a_plain_file(tmp_path: Path) -> None:
    plain = _findings(tmp_path, BAD["no mvex"][2])[0].hit(FIREFOX)
    fragmented = _findings(tmp_path, _without(GOOD, "mvex"))[0].hit(FIREFOX)
    assert plain is not None
    assert fragmented is not None
    assert (plain.effect, fragmented.effect) == (Effect.IGNORES, Effect.REFUSES)


def _index(*sizes: int, durations: int = 80, gap: int = 0) -> bytes:
    rows = b"".join(b.ints(size, durations, 0x90000000) for size in sizes)
    head = b.ints(1, 1000, 0, gap) + struct.pack(">HH", 0, len(sizes))
    return b.full_box("sidx", 0, 0, head, rows)


PARTS = (_fragment(_traf(0)), _fragment(_traf(80)))
SIZES = tuple(map(len, PARTS))


@pytest.mark.parametrize(
    ("index", "lies"),
    [
        (_index(*SIZES), False),
        (_index(sum(SIZES), durations=160), False),
        (_index(SIZES[0], SIZES[1] + 1), True),
        (_index(SIZES[0] - 1, SIZES[1] + 1), True),
        (_index(*SIZES, gap=8), True),
        (_index(*SIZES, durations=500), True),
    ],
)
def test_an_index_is_believed_only_when_it_is_true(
    tmp_path: Path, index: bytes, *, lies: bool
) -> None:
    codes = [f.code for f in _findings(tmp_path, _init() + index + b"".join(PARTS))]
    assert codes == (["MP4-019"] if lies else [])


WAYS = {
    "+dash+global_sidx+frag_keyframe+delay_moov": set(),
    "+cmaf+frag_keyframe+delay_moov": set(),
    "+frag_keyframe+empty_moov+default_base_moof": set(),
    "+frag_keyframe+empty_moov": {"MP4-007"},
    "+frag_keyframe+empty_moov+omit_tfhd_offset": {"MP4-008"},
    "+frag_keyframe": {"MP4-002", "MP4-007"},
}


@pytest.mark.parametrize("flags", WAYS)
def test_files_of_ffmpeg_break_the_rules_their_flags_break(
    make_clip: ClipFactory, flags: str
) -> None:
    path = make_clip(
        f"rm-{flags}.mp4",
        seconds=1.5,
        size="64x36",
        extra=("-g", "15", "-sc_threshold", "0", "-movflags", flags),
    )
    found = mp4_findings(read_segment_map(path))
    codes = {f.code for f in found}
    assert codes & {"MP4-019"} == set()
    assert {code for code in codes if code.startswith("MP4")} == WAYS[flags]


@pytest.mark.parametrize(("offset", "severity"), [(0, Severity.BLOCK), (900, Severity.WARN)])
def test_without_a_base_only_offsets_beyond_the_moof_are_safe(
    tmp_path: Path, offset: int, severity: Severity
) -> None:
    bare = b.tfhd(2, 0)
    data = _both() + _fragment(_traf(0), _traf(0, _run(offset), header=bare), data=1000)
    found = [f for f in _findings(tmp_path, data) if f.code == "MP4-008"]
    assert [f.severity for f in found] == [severity]


def test_sound_described_in_quicktimes_way_is_told_of(tmp_path: Path) -> None:
    """Its second hdlr (of the data, not of the media) hid what Chromium refuses."""
    wave = b.box("wave", b.box("esds", bytes(40)))
    entry = b.box("mp4a", bytes(7), b"\1", b"\0\1", bytes(18), bytes(16), wave)
    data = _both(entry)
    handler = b.full_box("hdlr", 0, 0, b"dhlrurl ", bytes(13))
    minf = data.rindex(b"minf")
    grown = [data.index(b"moov"), data.rindex(b"trak"), data.rindex(b"mdia"), minf]
    for place in grown:
        size = int.from_bytes(data[place - 4 : place], "big") + len(handler)
        data = data[: place - 4] + b.ints(size) + data[place:]
    data = data[: minf + 4] + handler + data[minf + 4 :]
    found = _findings(tmp_path, data + _fragment(_traf(0), _traf(0, track=2)))
    assert [(f.code, f.severity) for f in found if "mp4a" in f.message] == [
        ("MP4-024", Severity.BLOCK)
    ]


def test_the_cures_that_do_not_work_are_named(tmp_path: Path) -> None:
    (finding,) = _findings(tmp_path, BAD["empty edit"][2])
    assert finding.cure is not None
    assert "-avoid_negative_ts make_zero" in finding.cure.useless
