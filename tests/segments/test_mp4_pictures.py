"""What the first bytes of pictures say, and whom browsers believe when the container differs."""

from pathlib import Path

import pytest

from studio.segments import avc
from studio.segments.avc import Picture, PictureBits
from studio.segments.frame_reader import read_media
from studio.segments.source import open_source
from tests.conftest import ClipFactory
from tests.segments import building as b
from tests.segments.conftest import B_FRAMES, FRAGMENTS, GOP, VP9

SYNC, NON_SYNC = 0x2000000, 0x1010000
AUD, SPS, PPS = b"\x09\xf0", b"\x67sps", b"\x68pps"
IDR, SLICE = b"\x65\x88\x84" + bytes(7), b"\x41" + bytes(9)
RECOVERY, GRADUAL, OTHER_SEI = b"\x06\x06\x01\xc4\x80", b"\x06\x06\x01\x26\x80", b"\x06\x05\x01\x80"
LONG_SEI = b"\x06\x05" + b"\xff\x2d" + bytes(300) + b"\x06\x01\xc4\x80"


def _units(*units: bytes, width: int = 4) -> bytes:
    return b"".join(len(unit).to_bytes(width, "big") + unit for unit in units)


def _read(folder: Path, data: bytes, codec: str = "avc1", lengths: int = 4) -> PictureBits:
    path = folder / "picture.bin"
    path.write_bytes(data + bytes(30))
    with open_source(path) as source:
        return avc.read_picture(source, 0, len(data), codec, lengths)


@pytest.mark.parametrize(
    ("units", "picture"),
    [
        ((IDR,), Picture.KEY),
        ((AUD, SPS, PPS, OTHER_SEI, IDR), Picture.KEY),
        ((SLICE,), Picture.OTHER),
        ((OTHER_SEI, SLICE), Picture.OTHER),
        ((RECOVERY, SLICE), Picture.OPEN),
        ((LONG_SEI, SLICE), Picture.OPEN),
        ((GRADUAL, SLICE), Picture.OTHER),
        ((AUD, SPS), Picture.BROKEN),
    ],
)
def test_pictures_of_h264_are_told_apart(
    tmp_path: Path, units: tuple[bytes, ...], picture: Picture
) -> None:
    assert _read(tmp_path, _units(*units)).picture is picture


@pytest.mark.parametrize(
    ("kind", "picture"),
    [
        (1, Picture.OTHER),
        (16, Picture.OPEN),
        (19, Picture.KEY),
        (20, Picture.KEY),
        (21, Picture.OPEN),
    ],
)
def test_pictures_of_h265_are_told_apart(tmp_path: Path, kind: int, picture: Picture) -> None:
    data = _units(b"\x40\x01vps", b"\x42\x01sps", bytes([kind << 1, 1]) + bytes(9))
    assert _read(tmp_path, data, "hvc1") == PictureBits(picture, has_sets=True)


@pytest.mark.parametrize("width", [1, 2, 4])
def test_lengths_of_each_width_are_read(tmp_path: Path, width: int) -> None:
    found = _read(tmp_path, _units(SPS, IDR, width=width), lengths=width)
    assert found == PictureBits(Picture.KEY, has_sets=True)


def test_start_codes_are_seen(tmp_path: Path) -> None:
    found = _read(tmp_path, b"\0\0\0\1" + SPS + b"\0\0\0\1" + IDR)
    assert (found.whole, found.annex_b, found.picture) == (False, True, Picture.UNKNOWN)


def test_lengths_that_do_not_add_up_are_seen(tmp_path: Path) -> None:
    found = _read(tmp_path, _units(IDR) + b"\0\0")
    assert (found.whole, found.annex_b) == (False, False)


AVCC = b.AVC_CONFIG


@pytest.mark.parametrize(
    ("config", "real"),
    [
        (AVCC, True),
        (AVCC.replace(b"\x67", b"\x07"), True),
        (AVCC.replace(b"\x67", b"\xe7"), False),
        (AVCC.replace(b"\x67\x64", b"\x67\x42"), False),
        (AVCC.replace(b"\x68\xef", b"\x68\x10"), False),
        (AVCC.replace(b"\x68\xef", b"\x68\0"), False),
        (AVCC.replace(b"\x67\x64\0\x0c\xac", b"\x67\x64\0\x0c\0"), False),
    ],
)
def test_damage_in_parameter_sets_is_seen(config: bytes, real: bool) -> None:
    assert len(config) == len(AVCC)
    assert avc.sets_are_real(config, (320, 180)) is real


def test_a_set_for_another_size_is_damage_and_other_pixels_are_not() -> None:
    assert avc.sets_are_real(AVCC)
    assert avc.sets_are_real(AVCC, (640, 180))
    assert not avc.sets_are_real(AVCC, (320, 1080))


def test_keyframes_of_av1_and_vp9_are_those_of_the_encoder(make_clip: ClipFactory) -> None:
    av1 = ("-c:v", "libsvtav1", "-preset", "12", "-g", "10")
    clips = (
        make_clip("pic-av1.mp4", frames=25, size="64x64", video=av1, sample_rate=None),
        make_clip("pic-vp9.mp4", frames=25, video=(*VP9, "-g", "10"), sample_rate=None),
    )
    for path in clips:
        (table,) = read_media(path).tables
        with open_source(path) as source:
            kinds = [
                avc.read_picture(source, offset, size, table.track.codec_id, 4).picture
                for offset, size in zip(table.offsets, table.sizes, strict=True)
            ]
        assert [kind is Picture.KEY for kind in kinds] == [bool(key) for key in table.keyframes]
        assert kinds.count(Picture.KEY) == 3


def _film(picture: bytes, flags: int) -> bytes:
    """Return a film of one frame that the container marks with these flags."""
    init = b.ftyp() + b.moov(b.trak(1, b"vide", entry=b.avc_entry()), trexes=[b.trex(1, 40)])
    for offset in (0, 8 + len(b.moof(_traf(picture, flags, 0)))):
        moof = b.moof(_traf(picture, flags, offset))
    return init + moof + b.box("mdat", picture)


def _traf(picture: bytes, flags: int, offset: int) -> bytes:
    run = b.full_box("trun", 0, 0x601, b.ints(1, offset, len(picture), flags))
    return b.box("traf", b.tfhd(1), b.tfdt(0), run)


@pytest.mark.parametrize(
    ("picture", "flags", "key", "contradicted"),
    [
        (_units(IDR), SYNC, True, []),
        (_units(IDR), NON_SYNC, True, [0]),
        (_units(SLICE), SYNC, False, [0]),
        (_units(SLICE), NON_SYNC, False, []),
        (_units(RECOVERY, SLICE), SYNC, True, []),
        (_units(AUD), SYNC, True, []),
    ],
)
def test_the_picture_is_believed_more_than_the_container(
    tmp_path: Path, picture: bytes, flags: int, *, key: bool, contradicted: list[int]
) -> None:
    path = tmp_path / "made.mp4"
    path.write_bytes(_film(picture, flags))
    media = read_media(path)
    assert list(media.tables[0].keyframes) == [key]
    assert list(media.tables[0].contradicted) == contradicted
    assert media.map.segments[0].keyframe is key
    assert media.map.segments[0].spans[0].keyframes == key


def test_x264_marks_its_open_gops_by_recovery_points(make_clip: ClipFactory) -> None:
    path = make_clip(
        "pic-open.mp4",
        seconds=3,
        sample_rate=None,
        video=(*B_FRAMES, "-x264-params", "open-gop=1"),
        extra=(*GOP, *FRAGMENTS),
    )
    (table,) = read_media(path).tables
    with open_source(path) as source:
        kinds = [
            avc.read_picture(source, table.offsets[n], table.sizes[n], "avc1", 4).picture
            for n in table.segment_starts()
        ]
    assert kinds == [Picture.KEY, Picture.OPEN, Picture.OPEN]
    assert list(table.contradicted) == []
