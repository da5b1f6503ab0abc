"""The boxes and elements that are shown, against what ffmpeg reads, and with damage."""

import io
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from studio.preview.element_tree import tree_of
from studio.preview.element_tree_node import MOST_IN_LIST
from studio.segments.model import SegmentMap
from studio.segments.reader import read_segment_map
from studio.segments.source import ByteSource, open_source
from studio.transcode.tools import Ffmpeg
from tests.conftest import ClipFactory
from tests.preview.conftest import Rooms
from tests.preview.test_facts import VP8, anamorphic, packets, small_webm

LONG = ("-cluster_time_limit", "5000")
__all__ = ["anamorphic", "small_webm"]


def tree(path: Path, segment: int | str) -> dict[str, Any]:
    with open_source(path) as source:
        return tree_of(source, read_segment_map(path), segment)


def nodes(found: dict[str, Any], name: str) -> Iterator[dict[str, Any]]:
    """Every node of a name, in file order."""
    for node in found["tree"] if "tree" in found else found["children"]:
        if node["name"] == name or (name == "sample" and node["name"].startswith("sample ")):
            yield node
        yield from nodes(node, name)


def test_samples_stand_where_ffmpeg_finds_its_packets(ffmpeg: Ffmpeg, anamorphic: Path) -> None:
    found = tree(anamorphic, 1)
    assert next(nodes(found, "mfhd"))["value"] == "sequence_number 2"
    picture, sound = (list(nodes(traf, "sample")) for traf in nodes(found, "traf"))
    assert [len(picture), len(sound)] == [track["frames"] for track in found["tracks"]]
    for stream, shown in enumerate((picture, sound)):
        times = [float(node["value"].split()[1]) / 1000 for node in shown]
        first, last = min(times) - 0.002, max(times) + 0.002
        listed = [row for row in packets(ffmpeg, anamorphic) if row[0] == stream]
        inside = [(time, size) for _, time, size in listed if first < time < last]
        assert [node["size"] for node in shown] == [size for _, size in inside]
        assert times == pytest.approx([time for time, _ in inside], abs=2e-5)
    mdat = next(nodes(found, "mdat"))
    both = picture + sound
    assert min(node["offset"] for node in both) == mdat["offset"] + mdat["header_size"]
    assert sum(node["size"] for node in both) == mdat["size"] - mdat["header_size"]
    assert [", sync" in node["value"] for node in picture] == [True] + [False] * (len(picture) - 1)


def test_blocks_are_the_packets_of_their_cluster(ffmpeg: Ffmpeg, small_webm: Path) -> None:
    listed = packets(ffmpeg, small_webm)
    sizes = []
    for segment in range(len(read_segment_map(small_webm).segments)):
        found = tree(small_webm, segment)
        (cluster,) = found["tree"]
        blocks = [*nodes(found, "SimpleBlock"), *nodes(found, "Block")]
        assert sum("key" in node["value"] and "track 1" in node["value"] for node in blocks) == 1
        assert cluster["children"][0]["name"] == "Timestamp"
        assert cluster["size"] == found["size"]
        sizes += [int(node["value"].rpartition(", ")[2].split()[0]) for node in blocks]
    assert sorted(sizes) == sorted(size for _, _, size in listed)


def test_headers_are_told_in_words(anamorphic: Path, small_webm: Path) -> None:
    mp4 = tree(anamorphic, "init")
    assert next(nodes(mp4, "pasp"))["value"] == "pixel aspect 16:11"
    assert next(nodes(mp4, "mdhd"))["value"].startswith("timescale 30000, ")
    assert next(nodes(mp4, "avc1"))["value"] == "180×144"
    webm = tree(small_webm, "init")
    assert next(nodes(webm, "DocType"))["value"] == "“webm”"
    assert next(nodes(webm, "PixelWidth"))["value"] == "160"
    assert next(nodes(webm, "CodecDelay"))["value"].endswith("(6.5 ms)")
    segment = next(node for node in webm["tree"] if node["name"] == "Segment")
    assert "too far" not in segment["value"]


def test_a_long_list_is_cut_and_counted(make_clip: ClipFactory) -> None:
    sound = ("-c:a", "libopus", "-frame_duration", "2.5")
    path = make_clip(
        "room-many.webm", seconds=3, size="64x48", video=VP8, audio=sound, extra=LONG
    )  # fmt: skip
    found = read_segment_map(path)
    spans = [sum(span.frames for span in segment.spans) for segment in found.segments]
    biggest = spans.index(max(spans))
    (cluster,) = tree(path, biggest)["tree"]
    assert len(cluster["children"]) == MOST_IN_LIST
    assert cluster["more"] == spans[biggest] + 1 - MOST_IN_LIST


@pytest.mark.parametrize("name", ["anamorphic", "small_webm"])
def test_no_damage_ends_in_an_exception(request: pytest.FixtureRequest, name: str) -> None:
    path: Path = request.getfixturevalue(name)
    found = read_segment_map(path)
    whole = path.read_bytes()
    chance = random.Random(7)
    said = set()
    for _ in range(250):
        segment: int | str = ("init", 0, 1)[chance.randrange(3)]
        damaged = _damaged(whole, found, segment, chance)
        told = tree_of(ByteSource(io.BytesIO(damaged), len(damaged)), found, segment)
        text = json.dumps(told)
        assert len(text) < 3_000_000
        said |= {word for word in ("too far", "no valid header") if word in text}
    assert said == {"too far", "no valid header"}


def _damaged(whole: bytes, found: SegmentMap, segment: int | str, chance: random.Random) -> bytes:
    begin = found.segments[segment].offset if isinstance(segment, int) else found.init_offset
    data = bytearray(whole)
    for _ in range(chance.randrange(1, 12)):
        data[begin + chance.randrange(400)] = chance.randrange(256)
    if chance.random() < 0.2:
        del data[begin + chance.randrange(600) :]
    return bytes(data)


def test_the_server_answers_segments_that_are_there(rooms: Rooms, small_webm: Path) -> None:
    room = rooms(small_webm)
    assert room.ask("segments/0/tree.json").json()["segment"] == 0
    assert room.ask("segments/init/tree.json").json()["segment"] == "init"
    for wrong in ("segments/99/tree.json", "segments/-1/tree.json", "segments/0", "segments/x/y"):
        assert room.ask(wrong).status == 404
