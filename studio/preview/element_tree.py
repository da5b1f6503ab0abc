"""The boxes or elements of one segment: ``segments/N/tree.json``."""

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor

from aiohttp.web import BaseRequest, StreamResponse

from studio.errors import StudioError
from studio.preview.element_tree_mp4 import mp4_tree
from studio.preview.element_tree_webm import webm_tree
from studio.preview.parts import RoomFiles, RoomPart
from studio.preview.reading import open_bytes
from studio.segments.model import Family, SegmentMap
from studio.segments.source import ByteSource
from studio.server.answers import json_answer, plain


class ElementTreePart(RoomPart):
    """Answers ``segments/N/tree.json``; N is a number from 0, or ``init``."""

    prefix = "segments"

    def __init__(self, files: RoomFiles) -> None:
        self._files = files
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="room-tree")

    async def answer(self, request: BaseRequest, rest: list[str]) -> StreamResponse:
        """Return the tree of a segment."""
        match rest:
            case [name, "tree.json"] if (segment := self._segment(name)) is not None:
                loop = asyncio.get_running_loop()
                try:
                    body = await loop.run_in_executor(self._executor, self._body, segment)
                except StudioError:
                    return plain(404, "The file is gone or cannot be read.")
                return json_answer(body)
        return plain(404)

    def close(self) -> None:
        """Stop reading."""
        self._executor.shutdown(wait=False, cancel_futures=True)

    def _segment(self, name: str) -> int | str | None:
        if name == "init":
            return name
        if not (name.isascii() and name.isdigit() and len(name) < 10):
            return None
        number = int(name)
        return number if number < len(self._files.segment_map.segments) else None

    def _body(self, segment: int | str) -> bytes:
        with open_bytes(self._files) as source:
            return json.dumps(tree_of(source, self._files.segment_map, segment)).encode()


def tree_of(source: ByteSource, found: SegmentMap, segment: int | str) -> dict[str, object]:
    """Return a segment, its tracks and its boxes or elements; damage is shown, never raised.

    Args:
        source: the file's bytes.
        found: how it is cut.
        segment: a number from 0, or ``init``.
    """
    if isinstance(segment, int):
        offset, size = found.segments[segment].offset, found.segments[segment].size
    else:
        offset, size = found.init_offset, found.init_size
    read = mp4_tree if found.family is Family.MP4 else webm_tree
    listing = read(source, found, offset, offset + size)
    return {
        "segment": segment,
        "offset": offset,
        "size": size,
        "tracks": _tracks(found, segment),
        "tree": [node.told() for node in listing.nodes],
        "more": listing.more,
    }


def _tracks(found: SegmentMap, segment: int | str) -> list[dict[str, object]]:
    known = {track.number: track for track in found.tracks}
    if not isinstance(segment, int):
        return [
            {"number": t.number, "kind": t.kind.value, "codec": t.codec_string or t.codec_id}
            for t in found.tracks
        ]
    return [
        {
            "number": span.track,
            "kind": known[span.track].kind.value,
            "codec": known[span.track].codec_string or known[span.track].codec_id,
            "start_s": float(span.start_s),
            "end_s": float(span.end_s),
            "frames": span.frames,
            "keyframes": span.keyframes,
            "starts_with_keyframe": span.starts_with_keyframe,
        }
        for span in found.segments[segment].spans
        if span.track in known
    ]
