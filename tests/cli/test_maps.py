"""``mse-studio segments`` on files, playlists and what is neither."""

import argparse
import json
from pathlib import Path

import pytest

from studio.cli import maps
from studio.cli.context import Context, make_context
from tests.conftest import ClipFactory

VP8 = ("-c:v", "libvpx", "-b:v", "300k", "-deadline", "realtime", "-cpu-used", "8")


@pytest.fixture
def context() -> Context:
    return make_context(json=True, quiet=True)


@pytest.fixture
def playlist(make_clip: ClipFactory) -> Path:
    """An HLS playlist with fMP4 segments of a second."""
    (make_clip.folder / "cli-hls").mkdir(exist_ok=True)
    options = ("-g", "25", "-f", "hls", "-hls_time", "1", "-hls_playlist_type", "vod")
    return make_clip(
        "cli-hls/index.m3u8",
        size="64x36",
        sample_rate=None,
        extra=(*options, "-hls_segment_type", "fmp4"),
    )


def _show(context: Context, *paths: Path, as_json: bool) -> int:
    return maps.show_segments(argparse.Namespace(files=list(paths), json=as_json), context)


def test_a_playlist_shows_where_each_segment_really_lies(
    playlist: Path, context: Context, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _show(context, playlist, as_json=True) == 0
    shape = json.loads(capsys.readouterr().out)
    assert shape["path"] == str(playlist)
    assert [Path(place["path"]).name for place in shape["places"]] == ["index0.m4s", "index1.m4s"]
    assert [listed["declared_s"] for listed in shape["listed"]] == [1, 1]
    assert [segment["duration_s"] for segment in shape["segments"]] == [1, 1]
    assert (shape["kind"], shape["complete"], shape["declared_codecs"]) == ("hls", True, None)


def test_a_missing_segment_fails_alone(
    playlist: Path, make_clip: ClipFactory, context: Context, tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    alone = tmp_path / "alone.m3u8"
    alone.write_bytes(playlist.read_bytes())
    clip = make_clip("cli-map.webm", size="64x36", video=VP8, sample_rate=None)
    assert _show(context, alone, clip, as_json=False) == 1
    shown = capsys.readouterr()
    assert "which is not there" in shown.err
    assert "keyframe" in shown.out
