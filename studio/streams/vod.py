"""VOD: a file that each viewer watches from a position of their own."""

import json
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from fractions import Fraction

from aiohttp.web import BaseRequest, StreamResponse

from studio.segments.model import Family, SegmentMap
from studio.segments.stitched import Piece
from studio.server.answers import json_answer, plain
from studio.server.media import FileRegistry, RegisteredFile
from studio.server.media_answers import MediaAnswers
from studio.server.sending import Manner
from studio.streams.chunks import ChunkPart
from studio.streams.names import StreamAddress
from studio.streams.service import StreamPart
from studio.streams.status import StreamState, StreamStatus
from studio.streams.viewers import ViewerLedger
from studio.streams.vod_watch import FileWatch, refusal
from studio.verdict.model import Effect
from studio.verdict.rules import static_findings

_SUFFIXES = {Family.WEBM: frozenset({"", "webm"}), Family.MP4: frozenset({"", "mp4", "m4s"})}


class VodStream:
    """A file offered by name. Implements ``studio.streams.service.Published``.

    ``on_change`` is called, from any thread, when its file went or came back, and when a viewer
    came or went.

    Args:
        address: what it is called.
        segment_map: how the file is cut; with its facts, for what can be said against it.
        ledger: who watches.
        parts: further answers: status, playlists, manifests. Asked before its own.
        pieces: what the map's offsets count in, when that is not the map's own file.
        remark: a sentence told with its status while all is well; without one, whatever the
            file's structure says against it.

    Raises:
        InputError: the file is gone, or is not the one the map was read from.
    """

    def __init__(
        self,
        address: StreamAddress,
        segment_map: SegmentMap,
        *,
        ledger: ViewerLedger,
        parts: Sequence[StreamPart] = (),
        pieces: Sequence[Piece] = (),
        remark: str | None = None,
    ) -> None:
        self._address = address
        self._ledger = ledger
        self._map = segment_map
        self._rate_bps = rate_of(segment_map)
        self._remark = remark_on(segment_map) if remark is None else remark
        self.on_change: Callable[[], None] = _nothing
        ledger.on_change = self._changed
        files = FileRegistry()
        entry = files.get(files.add(segment_map, pieces))
        assert entry is not None
        self._watch = FileWatch(entry, self._changed)
        media = MediaPart(entry, ledger, self._watch)
        self._parts: list[StreamPart] = [*parts, media, ChunkPart(entry, ledger, self._watch)]

    @property
    def address(self) -> StreamAddress:
        """What it is called."""
        return self._address

    @property
    def segment_map(self) -> SegmentMap:
        """How its file is cut."""
        return self._map

    @property
    def parts(self) -> Sequence[StreamPart]:
        """Who answers for it, asked in this order."""
        return tuple(self._parts)

    def add_part(self, part: StreamPart) -> None:
        """Have another part answer, asked before the others; before it is offered."""
        self._parts.insert(0, part)

    def status(self) -> StreamStatus:
        """How it and its viewers are doing; from any thread. The file is looked at in passing."""
        self._watch.look_soon()
        problem = self._watch.problem
        return StreamStatus(
            self._address,
            StreamState.FAILED if problem else StreamState.PLAYING,
            problem or self._remark,
            self._map.mime,
            rate_bps=self._rate_bps,
            viewers=self._ledger.statuses(self._rate_bps),
        )

    def _changed(self) -> None:
        self.on_change()


class MediaPart:
    """Answers ``index.json``, ``segments``, ``init``, ``segments/N`` and ``file``.

    The last three with the ending of their format, or without.
    """

    def __init__(self, entry: RegisteredFile, ledger: ViewerLedger, watch: FileWatch) -> None:
        self._entry = entry
        self._ledger = ledger
        self._watch = watch
        self._suffixes = _SUFFIXES[entry.segment_map.family]
        self._listed = json.dumps(segment_list(entry.segment_map)).encode()

    async def answer(
        self, request: BaseRequest, rest: list[str], executor: Executor
    ) -> StreamResponse | None:
        """Answer a request for media; None for any other path."""
        named = self._named(rest)
        if named is None:
            return None
        if request.method not in {"GET", "HEAD"}:
            return plain(405, headers={"Allow": "GET, HEAD"})
        refused = await refusal(self._watch, executor)
        if refused is not None:
            return refused
        if named == ["segments"]:
            return json_answer(self._listed)
        way = "file" if named == ["file"] else "segments"
        meter = None if named == ["index.json"] else self._ledger.of(request, way)
        media = MediaAnswers(executor)
        answer = await media.answer(request, self._entry, named, Manner(meter=meter))
        if answer.status in {404, 409}:
            self._watch.look_soon(at_once=True)
        return answer

    def _named(self, rest: list[str]) -> list[str] | None:
        """Return a path of ours without the ending; None for one that is not ours."""
        match rest:
            case ["index.json"] | ["segments"]:
                return rest
            case ["segments", name] | [name]:
                stem, dot, suffix = name.partition(".")
                is_ours = len(rest) == 2 or stem == "init" or (stem == "file" and suffix != "m4s")
                if is_ours and suffix in self._suffixes and bool(dot) == bool(suffix):
                    return [*rest[:-1], stem]
        return None


def segment_list(segment_map: SegmentMap) -> list[dict[str, object]]:
    """Return what ``segments`` answers; an interface: keys stay."""
    return [
        {
            "number": number,
            "start_s": float(segment.start_s),
            "duration_s": float(segment.duration_s),
            "size": segment.size,
        }
        for number, segment in enumerate(segment_map.segments)
    ]


def rate_of(segment_map: SegmentMap) -> float:
    """Return the mean rate of a file, in bit/s; 0 when its length is not known."""
    end_s = max((one.end_s for one in segment_map.segments), default=Fraction(0))
    length_s = end_s or segment_map.duration_s
    return float(8 * segment_map.size_bytes / length_s) if length_s else 0.0


def remark_on(segment_map: SegmentMap) -> str:
    """Return what a viewer should know before watching: which engines refuse this file.

    Only what its structure tells; empty when nothing speaks against it.
    """
    if not segment_map.fragmented:
        return "This MP4 is in one piece: players get the whole file, and no segments."
    for finding in static_findings(segment_map):
        if any(hit.effect in {Effect.REFUSES, Effect.IGNORES} for hit in finding.hits):
            return finding.message
    return ""


def _nothing() -> None:
    """What is called when nobody listens."""
