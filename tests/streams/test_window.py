"""The sliding window of a live stream: joined, kept, let go; what HLS and DASH say of it."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from studio.errors import StudioError
from studio.repair.recluster import recluster
from studio.segments.dash import read_dash
from studio.segments.hls import read_hls
from studio.segments.listing import Folder
from studio.segments.manifests import read_presentation
from studio.streams.feed import LiveInit, LiveUnit
from studio.streams.live_text import live_manifest, live_master, live_media
from studio.streams.mirror import FolderMirror
from studio.streams.window import LiveWindow, WindowState
from tests.conftest import AAC, X264, ClipFactory
from tests.streams.library_pages import PacedFeed

FRAGMENTS = ("-g", "25", "-movflags", "+frag_keyframe+delay_moov+default_base_moof")


@pytest.fixture(scope="session")
def live_mp4(make_clip: ClipFactory) -> Path:
    """Twenty-four seconds of H.264 and AAC, a fragment each second."""
    return make_clip(
        "streams-lists-live.mp4", seconds=24, size="160x90", sample_rate=48_000, video=X264,
        audio=AAC, extra=FRAGMENTS,
    )  # fmt: skip


@pytest.fixture(scope="session")
def live_webm(make_clip: ClipFactory) -> Path:
    """Twenty-four seconds of VP8 and Vorbis, a cluster each second."""
    video = ("-c:v", "libvpx", "-threads", "1", "-deadline", "realtime", "-g", "25")
    raw = make_clip(
        "streams-lists-live-raw.webm", seconds=24, size="160x90", sample_rate=48_000, video=video,
        audio=("-c:a", "libvorbis"),
    )  # fmt: skip
    clean = raw.with_name("streams-lists-live.webm")
    if not clean.exists():
        recluster(raw, clean)
    return clean


class Clock:
    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


class Fed:
    """A window, fed by hand on a clock by hand."""

    def __init__(self, path: Path, length_s: float = 4, segment_s: float = 2, **more: Any) -> None:
        self.clock = Clock()
        self.window = LiveWindow(
            length_s, segment_s, clock=self.clock, monotonic=self.clock, **more
        )
        feed = PacedFeed(path)
        self.init = feed.init()
        self.units = list(feed.units())[:12]
        self.window.on_init(self.init)

    def give(self, units: Sequence[LiveUnit]) -> None:
        for unit in units:
            self.clock.now += float(unit.duration_s)
            self.window.on_unit(unit)

    def numbers(self, lane: int = 0) -> list[int]:
        view = self.window.view()
        assert view is not None
        return [one.number for one in view.lanes[lane].segments]


def test_units_are_joined_and_old_segments_are_let_go(live_mp4: Path) -> None:
    fed = Fed(live_mp4, length_s=2, grace_segments=1)
    assert fed.window.state is WindowState.PENDING
    assert fed.window.view() is None
    fed.give(fed.units[:1])
    assert fed.window.view() is None, "half a segment"
    fed.give(fed.units[1:12])
    assert fed.numbers() == fed.numbers(1) == [3, 4, 5, 6], "never less than four"
    view = fed.window.view()
    assert view is not None
    assert [lane.name for lane in view.lanes] == ["video", "audio"]
    assert view.target_s == 2
    assert [one.duration_s for one in view.lanes[0].segments] == [Fraction(2)] * 4
    assert [one.frames for one in view.lanes[0].segments] == [50] * 4
    for lane in ("video", "audio", "segments"):
        assert fed.window.segment(2, lane) is not None, "still answered"
        assert fed.window.segment(1, lane) is None, "really gone"
        assert fed.window.segment(7, lane) is None
    muxed = fed.window.segment(3)
    assert muxed is not None
    assert muxed.parts == tuple(unit.data for unit in fed.units[4:6])


@pytest.mark.parametrize("clip", ["live_mp4", "live_webm"])
def test_each_track_has_its_own_times_and_bytes(
    clip: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    fed = Fed(request.getfixturevalue(clip), length_s=60)
    mirror = FolderMirror(fed.window, tmp_path / "out")
    mirror.start()
    fed.give(fed.units)
    fed.window.on_end(None)
    mirror.close(keep=True)
    view = fed.window.view()
    assert view is not None
    names = ["manifest.mpd"] if clip == "live_webm" else ["manifest.mpd", "master.m3u8"]
    for name in names:
        found = read_presentation(tmp_path / "out" / name)
        assert found.complete
        assert len(found.renditions) == 2
        ordered = sorted(found.renditions, key=lambda one: not one.map.frames)
        for rendition, lane in zip(ordered, view.lanes, strict=True):
            starts = [max(Fraction(0), one.start_s) for one in lane.segments]
            fragments = [max(Fraction(0), one.start_s) for one in rendition.map.segments]
            assert set(starts) <= set(fragments), "the times in the bytes"
            told = [one.declared_s for one in rendition.segments]
            assert all(length is not None for length in told)
            total = sum(length or Fraction(0) for length in told)
            end_s = max(one.end_s for one in rendition.map.segments)
            assert abs(float(total - (end_s - fragments[0]))) < 0.03
    assert view.lanes[0].segments[-1].end_s == pytest.approx(12, abs=0.04)


def test_a_playlist_says_what_has_left_it(live_mp4: Path) -> None:
    fed = Fed(live_mp4, length_s=2, segment_s=1)
    cut = [replace(unit, discontinuity=unit.number in {3, 4}) for unit in fed.units]
    del cut[2]  # times go on behind the second break, and not behind the first
    fed.give(cut[:6])
    view = fed.window.view()
    assert view is not None
    text = live_media(view, view.lanes[0])
    assert "#EXT-X-MEDIA-SEQUENCE:3\n" in text
    assert text.count("#EXT-X-DISCONTINUITY\n") == 1
    assert "#EXT-X-DISCONTINUITY-SEQUENCE:0\n" in text
    fed.give(cut[6:8])
    view = fed.window.view()
    assert view is not None
    text = live_media(view, view.lanes[0])
    assert "#EXT-X-MEDIA-SEQUENCE:5\n" in text
    assert "#EXT-X-DISCONTINUITY\n" not in text
    assert "#EXT-X-DISCONTINUITY-SEQUENCE:1\n" in text
    assert "#EXT-X-TARGETDURATION:1\n" in text


def test_another_init_segment_is_mapped_again_and_begins_a_period(live_mp4: Path) -> None:
    fed = Fed(live_mp4, length_s=60, segment_s=2)
    fed.give(fed.units[:3])
    fed.window.on_init(LiveInit(fed.init.mime, fed.init.data, version=1))
    fed.give([replace(unit, init_version=1) for unit in fed.units[3:7]])
    view = fed.window.view()
    assert view is not None
    lines = live_media(view, view.lanes[0]).splitlines()
    maps = [line for line in lines if line.startswith("#EXT-X-MAP")]
    assert maps == [f'#EXT-X-MAP:URI="../video/init-{v}.mp4"' for v in (0, 1)]
    assert lines[lines.index(maps[1]) - 1] == "#EXT-X-DISCONTINUITY"
    assert [one.duration_s for one in view.lanes[0].segments] == [2, 1, 2, 2]
    text = live_manifest(view, fed.clock.now)
    assert '<Period id="0" start="PT0S">' in text
    assert '<Period id="1" start="PT3S">' in text
    assert 'presentationTimeOffset="38400"' in text
    assert 'startNumber="3"' in text
    assert fed.window.init("video", 0) is not None
    assert fed.window.init("video") == fed.window.init("video", 1)


def test_the_target_duration_is_never_too_small_and_stays(live_mp4: Path) -> None:
    fed = Fed(live_mp4, segment_s=1, longest_unit_s=3)
    targets = set()
    for unit in fed.units[:6]:
        fed.give([unit])
        view = fed.window.view()
        assert view is not None
        targets.add(view.target_s)
    assert targets == {3}
    long = replace(fed.units[6], duration_s=Fraction(5))
    fed.give([long])
    view = fed.window.view()
    assert view is not None
    assert view.target_s == 5, "a segment that is longer than any promise"


def test_a_manifest_tells_the_times_in_the_segments(live_mp4: Path) -> None:
    fed = Fed(live_mp4, length_s=6, segment_s=2)
    began = fed.clock.now
    fed.give(fed.units[:10])
    view = fed.window.view()
    assert view is not None
    text = live_manifest(view, fed.clock.now)
    assert view.zero_at == pytest.approx(began, abs=0.001)
    assert 'type="dynamic"' in text
    assert 'availabilityStartTime="1970-01-12T13:46:40.000Z"' in text
    assert 'timeShiftBufferDepth="PT8S"' in text
    assert 'minimumUpdatePeriod="PT1S"' in text
    assert 'suggestedPresentationDelay="PT6S"' in text
    assert 'value="1970-01-12T13:46:50.000Z"' in text
    assert '<S t="25600" d="25600" r="3"/>' in text
    assert 'media="../video/$Number$.m4s"' in text
    media = live_media(view, view.lanes[0])
    assert "#EXT-X-PROGRAM-DATE-TIME:1970-01-12T13:46:42.000Z" in media
    master = live_master(view, "?viewer=me")
    assert 'CODECS="avc1.' in master
    assert ',mp4a.40.2",RESOLUTION=160x90,FRAME-RATE=25.000' in master
    assert "audio.m3u8?viewer=me" in master


def test_an_end_is_said_for_a_while_and_a_stop_at_once(live_mp4: Path) -> None:
    fed = Fed(live_mp4, end_grace_s=30)
    fed.give(fed.units[:5])
    fed.window.on_end(StudioError("it broke"))
    view = fed.window.view()
    assert view is not None
    assert fed.window.state == "ended"
    assert live_media(view, view.lanes[0]).endswith("#EXT-X-ENDLIST\n")
    assert len(view.lanes[0].segments) == 3, "what was held counts, too"
    assert 'type="static" mediaPresentationDuration="PT5' in live_manifest(view, fed.clock.now)
    fed.clock.now += 11
    assert fed.window.view() is None, "playlists are gone"
    assert fed.window.segment(view.lanes[0].segments[-1].number, "video") is not None
    fed.clock.now += 20
    assert fed.window.state == "closed"
    assert fed.window.segment(view.lanes[0].segments[-1].number, "video") is None
    fed.window.on_init(fed.init)
    fed.give(fed.units[:4])
    assert fed.numbers() == [4, 5], "counted on"
    fed.window.close()
    assert fed.window.view() is None
    assert fed.window.segment(5) is None
    assert fed.window.init() is None


@pytest.mark.expects_log_warnings
def test_a_unit_that_cannot_be_read_is_left_out(live_mp4: Path) -> None:
    fed = Fed(live_mp4, segment_s=1)
    fed.give([replace(fed.units[0], data=b"\0\0\0\x08free")])
    fed.give(fed.units[1:3])
    assert fed.numbers() == [1, 2]


def test_a_mirror_keeps_to_the_window_and_to_its_own_files(live_mp4: Path, tmp_path: Path) -> None:
    fed = Fed(live_mp4, length_s=2, segment_s=1)
    folder = tmp_path / "live"
    folder.mkdir()
    (folder / "mine.txt").write_text("mine")
    with pytest.raises(StudioError, match="not empty"):
        FolderMirror(fed.window, folder).start()
    mirror = FolderMirror(fed.window, tmp_path / "new")
    mirror.start()
    with pytest.raises(StudioError, match="Another stream is being written"):
        FolderMirror(fed.window, tmp_path / "new").start()
    for unit in fed.units:
        fed.give([unit])
    fed.window.on_end(None)
    mirror.close(keep=True)
    out = tmp_path / "new"
    names = sorted(int(path.stem) for path in (out / "video").glob("*.m4s"))
    assert names[0] > 1
    assert names[-1] == 12
    assert not [*out.rglob("*.part")]
    listings, ended = read_hls(out / "master.m3u8", Folder(out / "master.m3u8"))
    assert ended
    assert all(entry.path.stat().st_size for one in listings for entry in one.entries)
    listed, ended = read_dash(out / "manifest.mpd", Folder(out / "manifest.mpd"))
    assert ended
    assert {e.path for one in listed for e in one.entries} == {
        e.path for one in listings for e in one.entries
    }, "both name the same files"
    (out / "mine.txt").write_text("mine")
    with pytest.raises(StudioError, match="not empty"):
        FolderMirror(fed.window, out).start()
    assert len([*out.rglob("*.m4s")]) >= len(names), "nothing was deleted"
    (out / "mine.txt").unlink()
    again = FolderMirror(LiveWindow(2, 1), out)
    again.start()
    assert not [*out.rglob("*.m4s")], "the earlier stream is gone"
    again.close(keep=True)


def test_a_mirror_takes_away_what_it_wrote_and_nothing_else(live_mp4: Path, tmp_path: Path) -> None:
    fed = Fed(live_mp4, length_s=2, segment_s=1)
    out = tmp_path / "new"
    mirror = FolderMirror(fed.window, out)
    mirror.start()
    fed.give(fed.units[:4])
    (out / "mine.txt").write_text("mine")
    mirror.close()
    mirror.close()
    assert [path.name for path in out.iterdir()] == ["mine.txt"]
