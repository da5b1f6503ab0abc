"""Playlists and MPDs that ffmpeg's own muxers write, and harmful or broken ones by hand."""

import shutil
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from studio.errors import SegmentError
from studio.segments.dash import duration
from studio.segments.frame_reader import read_media_source
from studio.segments.manifests import is_manifest, read_presentation
from studio.segments.model import SegmentMap
from studio.segments.presentation import ManifestKind, Presentation, Rendition
from studio.segments.reader import read_segment_map
from studio.segments.stitched import Piece, StitchedSource, open_stitched
from tests.conftest import ClipFactory
from tests.segments import building as b
from tests.segments.conftest import FRAGMENTS, GOP, OPUS, VP8

SMALL = "64x36"
HLS = ("-f", "hls", "-hls_time", "1", "-hls_playlist_type", "vod", "-hls_segment_type", "fmp4")
DASH = ("-f", "dash", "-seg_duration", "1")
WEBM = ("-dash_segment_type", "webm")
MUXINGS: dict[str, tuple[str, tuple[str, ...]]] = {
    "hls": ("index.m3u8", HLS),
    "hls in one file": ("index.m3u8", (*HLS, "-hls_flags", "single_file")),
    "dash": ("index.mpd", DASH),
    "dash by number": ("index.mpd", (*DASH, "-use_timeline", "0")),
    "dash by list": ("index.mpd", (*DASH, "-use_template", "0")),
    "dash in one file": ("index.mpd", (*DASH, "-single_file", "1")),
    "webm": ("index.mpd", (*DASH, *WEBM)),
    "webm in one file": ("index.mpd", (*DASH, *WEBM, "-single_file", "1")),
}

Package = Callable[[str], Path]


@pytest.fixture(scope="session")
def package(make_clip: ClipFactory) -> Package:
    """Package three seconds in a way of ``MUXINGS``; returns the manifest."""

    def make(kind: str) -> Path:
        name, options = MUXINGS[kind]
        extra = (*GOP, *FRAGMENTS)
        source = make_clip("m-source.mp4", seconds=3, size=SMALL, sample_rate=48_000, extra=extra)
        if "webm" in kind:
            source = make_clip(
                "m-source.webm", seconds=3, size=SMALL, video=VP8, audio=OPUS,
                sample_rate=48_000, extra=GOP,
            )  # fmt: skip
        folder = kind.replace(" ", "-")
        (make_clip.folder / folder).mkdir(exist_ok=True)
        command = ["-i", f"file:{source}", "-map", "0", "-c", "copy", *options]
        return make_clip.made_once(f"{folder}/{name}", command)

    return make


@pytest.fixture
def copied(package: Package, tmp_path: Path) -> Package:
    """As ``package``, in a folder of its own that may be broken."""

    def copy(kind: str) -> Path:
        made = package(kind)
        shutil.copytree(made.parent, tmp_path / "copy")
        return tmp_path / "copy" / made.name

    return copy


@pytest.mark.parametrize("kind", MUXINGS)
def test_each_rendition_is_mapped_as_its_files_joined(
    package: Package, kind: str, tmp_path: Path
) -> None:
    found = read_presentation(package(kind))
    assert found.kind is (ManifestKind.HLS if "hls" in kind else ManifestKind.DASH)
    assert found.complete
    for rendition in found.renditions:
        joined = tmp_path / f"joined-{rendition.name}.bin"
        parts = [p.path.read_bytes()[p.offset : p.offset + p.size] for p in rendition.pieces]
        joined.write_bytes(b"".join(parts))
        expected = read_segment_map(joined)
        assert rendition.map.segments == expected.segments
        assert (rendition.map.mime, rendition.map.size_bytes) == (
            expected.mime,
            expected.size_bytes,
        )
        assert len(rendition.map.segments) >= 3


@pytest.mark.parametrize("kind", MUXINGS)
def test_all_pictures_are_there_and_lie_where_the_table_says(package: Package, kind: str) -> None:
    pictures = 0
    for rendition in read_presentation(package(kind)).renditions:
        with rendition.open() as source:
            media = read_media_source(source, rendition.map.path)
            for table in media.tables:
                pictures += len(table) if table.track.width else 0
                for offset, size in zip(table.offsets, table.sizes, strict=True):
                    place = rendition.locate(offset)
                    assert place == source.locate(offset)
                    data = place.path.read_bytes()[place.offset : place.offset + size]
                    assert data == source.at(offset, size)
    assert pictures == 75


@pytest.mark.parametrize("kind", MUXINGS)
def test_segments_begin_where_the_manifest_lists_them(package: Package, kind: str) -> None:
    for rendition in read_presentation(package(kind)).renditions:
        listed = [segment.offset for segment in rendition.segments]
        assert [segment.offset for segment in rendition.map.segments] == listed
        assert all(segment.declared_s is not None for segment in rendition.segments)


def test_declared_codecs_are_kept_beside_the_computed_ones(package: Package) -> None:
    for kind in ("dash", "webm"):
        for one in read_presentation(package(kind)).renditions:
            assert one.map.mime == f'{one.declared_mime}; codecs="{one.declared_codecs}"'
            assert one.bandwidth


def test_a_multivariant_playlist_gives_each_media_playlist_once(make_clip: ClipFactory) -> None:
    source = make_clip("m-source.mp4", seconds=3, size=SMALL, sample_rate=48_000,
                       extra=(*GOP, *FRAGMENTS))  # fmt: skip
    folder = make_clip.folder / "variants"
    folder.mkdir(exist_ok=True)
    make_clip.made_once(
        "variants/v%v.m3u8",
        ["-i", f"file:{source}", "-map", "0:v", "-map", "0:a", "-c", "copy", *HLS,
         "-var_stream_map", "v:0,agroup:a a:0,agroup:a", "-master_pl_name", "all.m3u8",
         "-hls_fmp4_init_filename", "init%v.mp4"],
    )  # fmt: skip
    found = read_presentation(folder / "all.m3u8")
    kinds = {one.map.path.name: [t.kind.value for t in one.map.tracks] for one in found.renditions}
    assert kinds == {"v0.m3u8": ["video"], "v1.m3u8": ["audio"]}
    video = next(one for one in found.renditions if one.map.path.name == "v0.m3u8")
    audio = next(one for one in found.renditions if one is not video)
    assert video.declared_codecs.startswith("avc1.")
    assert video.declared_codecs.endswith("mp4a.40.2")
    assert (video.group, audio.declared_mime) == (audio.group, "audio/mp4")


def test_declared_durations_are_those_of_the_playlist(package: Package) -> None:
    (rendition,) = read_presentation(package("hls")).renditions
    assert [segment.declared_s for segment in rendition.segments] == [1, 1, 1]


@pytest.mark.parametrize("kind", ["hls", "dash", "dash by number", "dash by list", "webm"])
def test_a_missing_segment_is_named(copied: Package, kind: str) -> None:
    manifest = copied(kind)
    gone = sorted(manifest.parent.glob("*[2-9].m4s") or manifest.parent.glob("*2.webm"))
    lost = (gone or sorted(manifest.parent.glob("*2.webm")))[0]
    lost.unlink()
    with pytest.raises(SegmentError, match=rf"lists “{lost.name}”, which is not there\.$"):
        read_presentation(manifest)


def test_an_empty_segment_is_named(copied: Package) -> None:
    manifest = copied("hls")
    (manifest.parent / "index1.m4s").write_bytes(b"")
    with pytest.raises(SegmentError, match=r"lists “index1\.m4s”, which is empty"):
        read_presentation(manifest)


def test_a_range_behind_the_end_is_an_error(copied: Package) -> None:
    manifest = copied("hls in one file")
    file = manifest.parent / "index.m4s"
    file.write_bytes(file.read_bytes()[:-1])
    with pytest.raises(SegmentError, match=r"bytes of “index\.m4s” that lie behind its end"):
        read_presentation(manifest)


def test_transport_streams_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.ts").write_bytes(b"\x47" * 188)
    (tmp_path / "b.bin").write_bytes(b"\x47" * 188)
    for name in ("a.ts", "b.bin"):
        with pytest.raises(SegmentError, match="MPEG-TS segments"):
            read_presentation(_hls(tmp_path, f"#EXTINF:2,\n{name}"))


def _hls(folder: Path, *lines: str) -> Path:
    path = folder / "made.m3u8"
    path.write_text("\n".join(["#EXTM3U", *lines, "#EXT-X-ENDLIST"]), encoding="utf-8")
    return path


def _mpd(folder: Path, body: str, *, head: str = "", total: str = "PT4S") -> Path:
    path = folder / "made.mpd"
    path.write_text(
        f'<?xml version="1.0"?>{head}<MPD mediaPresentationDuration="{total}"><Period>'
        f'<AdaptationSet mimeType="video/mp4">{body}</AdaptationSet></Period></MPD>',
        encoding="utf-8",
    )
    return path


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder below another one, with an init file and four media files of one second."""
    folder = tmp_path / "inside"
    (folder / "deep").mkdir(parents=True)
    video = b.trak(1, b"vide", entry=b.avc_entry())
    (folder / "init.mp4").write_bytes(b.ftyp() + b.moov(video, trexes=[b.trex(1, 500, 10)]))
    run = b.full_box("trun", 0, 0x5, b.ints(2, 100, 0x2000000))
    for number in range(1, 5):
        moof = b.moof(b.box("traf", b.tfhd(1), b.tfdt(1000 * (number - 1)), run))
        (folder / f"s{number}.m4s").write_bytes(moof + b.box("mdat", bytes(20)))
        shutil.copy(folder / f"s{number}.m4s", folder / "deep" / f"{number:03d}.m4s")
    shutil.copy(folder / "init.mp4", folder / "deep" / "i 1.mp4")
    (tmp_path / "outside.m4s").write_bytes(b"secret")
    return folder


@pytest.mark.parametrize(
    "uri",
    ["http://example.com/s.m4s", "https://example.com/s.m4s", "//example.com/s.m4s",
     "file:///etc/hosts", "data:,x", "C:\\s.m4s"],
)  # fmt: skip
def test_addresses_are_refused(files: Path, uri: str) -> None:
    with pytest.raises(SegmentError, match="is not a file beside it"):
        read_presentation(_hls(files, "#EXTINF:1,", uri))
    with pytest.raises(SegmentError, match="is not a file beside it"):
        read_presentation(_mpd(files, f"<Representation><BaseURL>{uri}</BaseURL></Representation>"))


@pytest.mark.parametrize("uri", ["../outside.m4s", "/etc/hosts", "%2e%2e/outside.m4s", "x/../.."])
def test_paths_that_leave_the_folder_are_refused(files: Path, uri: str) -> None:
    with pytest.raises(SegmentError, match="lies outside its folder"):
        read_presentation(_hls(files, "#EXTINF:1,", uri))


def test_a_link_that_leaves_the_folder_is_refused(files: Path) -> None:
    (files / "link.m4s").symlink_to(files.parent / "outside.m4s")
    with pytest.raises(SegmentError, match="lies outside its folder"):
        read_presentation(_hls(files, "#EXTINF:1,", "link.m4s"))


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'


@pytest.mark.parametrize("head", [BOMB, '<!DOCTYPE MPD SYSTEM "file:///etc/passwd">'])
def test_document_types_are_refused(files: Path, head: str) -> None:
    with pytest.raises(SegmentError, match="declares a document type"):
        read_presentation(_mpd(files, "<Representation>&b;</Representation>", head=head))


def test_encrypted_segments_are_refused(files: Path) -> None:
    key = '#EXT-X-KEY:METHOD=AES-128,URI="key.bin"'
    with pytest.raises(SegmentError, match="are encrypted"):
        read_presentation(_hls(files, key, "#EXTINF:1,", "s1.m4s"))


def test_segments_without_their_init_are_named(files: Path) -> None:
    with pytest.raises(
        SegmentError, match=r"What “made\.m3u8” lists as “made” is no stream"
    ) as why:
        read_presentation(_hls(files, "#EXTINF:1,", "s1.m4s"))
    assert "moov" in why.value.detail


def _one(found: Presentation) -> Rendition:
    (rendition,) = found.renditions
    return rendition


def _starts(found: SegmentMap) -> list[Fraction]:
    return [segment.start_s for segment in found.segments]


def test_discontinuities_gaps_and_new_init_segments_are_kept(files: Path) -> None:
    shutil.copy(files / "init.mp4", files / "init2.mp4")
    rendition = _one(
        read_presentation(
            _hls(
                files, '#EXT-X-MAP:URI="init.mp4"', "#EXTINF:1,", "s1.m4s", "#EXT-X-GAP",
                "#EXTINF:1,", "gone.m4s", "#EXT-X-DISCONTINUITY", '#EXT-X-MAP:URI="init2.mp4"',
                "#EXTINF:1.5,", "s3.m4s",
            )
        )
    )  # fmt: skip
    assert [piece.path.name for piece in rendition.pieces] == [
        "init.mp4", "s1.m4s", "init2.mp4", "s3.m4s",
    ]  # fmt: skip
    assert [s.discontinuity for s in rendition.segments] == [False, True]
    assert rendition.segments[1].declared_s == Fraction(3, 2)
    assert _starts(rendition.map) == [0, 2]


def test_ranges_without_an_offset_follow_each_other(files: Path) -> None:
    names = ["init.mp4", "s1.m4s", "s2.m4s"]
    sizes = [(files / name).stat().st_size for name in names]
    (files / "all.mp4").write_bytes(b"".join((files / name).read_bytes() for name in names))
    lines = [f'#EXT-X-MAP:URI="all.mp4",BYTERANGE="{sizes[0]}@0"']
    for size in sizes[1:]:
        lines += ["#EXTINF:1,", f"#EXT-X-BYTERANGE:{size}", "all.mp4"]
    rendition = _one(read_presentation(_hls(files, *lines)))
    assert [piece.offset for piece in rendition.pieces] == [0, sizes[0], sum(sizes[:2])]
    assert _starts(rendition.map) == [0, 1]


def test_a_playlist_without_an_end_is_not_complete(files: Path) -> None:
    path = _hls(files, '#EXT-X-MAP:URI="init.mp4"', "#EXTINF:1,", "s1.m4s")
    path.write_text(path.read_text("utf-8").replace("#EXT-X-ENDLIST", ""), "utf-8")
    assert not read_presentation(path).complete


TEMPLATES = {
    "numbers": '<SegmentTemplate initialization="init.mp4" media="s$Number$.m4s" duration="1"/>',
    "a total that is rounded up": (
        '<SegmentTemplate initialization="init.mp4" media="s$Number$.m4s" timescale="1000"'
        ' duration="980"/>'
    ),
    "padded numbers in a folder": (
        '<BaseURL>deep/</BaseURL><SegmentTemplate initialization="i%201.mp4"'
        ' media="$Number%03d$.m4s" duration="1"/>'
    ),
    "a repeat to the end": (
        '<SegmentTemplate initialization="init.mp4" media="s$Number$.m4s"><SegmentTimeline>'
        '<S t="0" d="1" r="-1"/></SegmentTimeline></SegmentTemplate>'
    ),
    "times": (
        '<SegmentTemplate initialization="init.mp4" media="s$Time$.m4s" timescale="10">'
        '<SegmentTimeline><S t="1" d="1" r="1"/><S d="1"/><S d="1"/></SegmentTimeline>'
        "</SegmentTemplate>"
    ),
    "a list": (
        '<SegmentList duration="1"><Initialization sourceURL="init.mp4"/>'
        + "".join(f'<SegmentURL media="s{n}.m4s"/>' for n in (1, 2, 3, 4))
        + "</SegmentList>"
    ),
}


@pytest.mark.parametrize("kind", TEMPLATES)
def test_segments_are_named_as_dash_says(files: Path, kind: str) -> None:
    body = f'{TEMPLATES[kind]}<Representation id="v" codecs="avc1.64001f"/>'
    rendition = _one(read_presentation(_mpd(files, body)))
    assert _starts(rendition.map) == [0, 1, 2, 3]
    assert (rendition.name, rendition.declared_codecs) == ("v", "avc1.64001f")


def test_a_template_of_the_representation_completes_that_of_its_set(files: Path) -> None:
    body = (
        '<SegmentTemplate media="$RepresentationID$$Number$.m4s" duration="1"/>'
        '<Representation id="s"><SegmentTemplate initialization="init.mp4" startNumber="2"/>'
        "</Representation>"
    )
    rendition = _one(read_presentation(_mpd(files, body, total="PT3S")))
    assert _starts(rendition.map) == [1, 2, 3]


def test_one_file_with_an_index_is_read_as_it_is(files: Path) -> None:
    names = ["init.mp4", "s1.m4s", "s2.m4s"]
    (files / "all.mp4").write_bytes(b"".join((files / name).read_bytes() for name in names))
    body = (
        "<Representation><BaseURL>all.mp4</BaseURL>"
        '<SegmentBase indexRange="0-9"><Initialization range="0-99"/></SegmentBase>'
        "</Representation>"
    )
    rendition = _one(read_presentation(_mpd(files, body)))
    assert rendition.map.segments == read_segment_map(files / "all.mp4").segments


def test_subtitles_and_pictures_of_an_mpd_are_left_out(files: Path) -> None:
    body = (
        '<Representation mimeType="text/vtt"><BaseURL>t.vtt</BaseURL></Representation>'
        f"{TEMPLATES['numbers']}<Representation/>"
    )
    assert len(read_presentation(_mpd(files, body)).renditions) == 1


@pytest.mark.parametrize(
    ("name", "text", "match"),
    [
        ("a.m3u8", "hello", "neither an HLS playlist nor a DASH manifest"),
        ("a.mpd", "<html/>", "is not a DASH manifest"),
        ("a.mpd", "<MPD><Period>", "not well-formed"),
        ("a.mpd", "<MPD/>", "neither picture nor sound"),
        ("a.m3u8", "#EXTM3U\n", "lists no segment"),
        ("a.mpd", "<a>" * 90, "endless"),
    ],
)
def test_what_is_no_manifest_is_an_error(tmp_path: Path, name: str, text: str, match: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SegmentError, match=match):
        read_presentation(path)


def test_a_huge_count_is_an_error_and_needs_no_memory(files: Path) -> None:
    body = (
        '<SegmentTemplate media="s$Number$.m4s"><SegmentTimeline><S d="1" r="999999999999"/>'
        "</SegmentTimeline></SegmentTemplate><Representation/>"
    )
    with pytest.raises(SegmentError, match="more segments than any real one"):
        read_presentation(_mpd(files, body))


def test_a_huge_manifest_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "huge.mpd"
    with path.open("wb") as file:
        file.truncate(1 << 30)
    with pytest.raises(SegmentError, match="larger than any playlist"):
        read_presentation(path)


def test_manifests_are_known_by_their_names() -> None:
    names = ["a.m3u8", "b.MPD", "c.mp4", "d"]
    assert [is_manifest(Path(name)) for name in names] == [True, True, False, False]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PT10.5S", Fraction(21, 2)), ("PT1H2M3S", 3723), ("P1DT1S", 86_401), ("PT0S", 0),
        ("", None), ("10", None), ("PT", None), ("P-1D", None),
    ],
)  # fmt: skip
def test_durations_are_exact(text: str, expected: Fraction | None) -> None:
    assert duration(text) == expected


def test_a_stitched_source_reads_across_its_pieces(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_bytes(b"0123456789")
    other.write_bytes(b"abcdef")
    pieces = [Piece(one, 2, 3), Piece(other, 0, 6), Piece(one, 0, 2)]
    whole = b"234abcdef01"
    with open_stitched(pieces, window_bytes=2) as source:
        assert source.size == len(whole)
        for start in range(13):
            for count in range(13):
                assert source.at(start, count) == whole[start : start + count]
        assert [source.locate(n).offset for n in (0, 2, 3, 8, 9, 10)] == [2, 4, 0, 5, 0, 1]


def test_a_stitched_source_ends_where_a_file_became_shorter(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_bytes(b"012")
    other.write_bytes(b"abc")
    with open_stitched([Piece(one, 0, 5), Piece(other, 0, 3)]) as source:
        assert source.at(0, 8) == b"012"


def test_few_files_are_open_at_a_time(tmp_path: Path) -> None:
    pieces = []
    for number in range(60):
        path = tmp_path / str(number)
        path.write_bytes(bytes([number]) * 4)
        pieces.append(Piece(path, 0, 4))
    source = StitchedSource(pieces, window_bytes=1)
    assert source.at(0, 240) == b"".join(bytes([number]) * 4 for number in range(60))
    assert len(source._open) <= 16
    source.close()
