"""How loud the sound is over time: ``waveform/K.json``, 300 s each."""

import asyncio
import json
import sys
import threading
from array import array
from collections import OrderedDict
from collections.abc import Mapping
from fractions import Fraction
from functools import partial

from aiohttp.web import BaseRequest, StreamResponse

from studio.errors import StudioError
from studio.media.child import run_child
from studio.preview.excerpts import excerpt
from studio.preview.latest_first import LatestFirst
from studio.preview.parts import RoomFiles, RoomPart
from studio.segments.model import TrackKind
from studio.server.answers import json_answer, plain

CHUNK_S = 300
STEP_S = Fraction(1, 50)
"""Of each value: at the usual largest zoom of an axis about a pixel."""

SAMPLE_RATE = 16_000
"""Read at this rate: what is above 8 kHz adds little to a peak."""

MOST_CHANNELS = 2
"""The louder one counts; mixed into one they could cancel each other out."""

TIME_LIMIT_S = 60.0
MOST_WAITING = 16
MOST_KEPT = 64
_OUTPUT_CAP_BYTES = CHUNK_S * SAMPLE_RATE * MOST_CHANNELS * 2 + (1 << 20)
_FULL_SCALE = 32_768
_HIGHEST = 255
_CLOSE_LIMIT_S = 5.0


class WaveformPart(RoomPart):
    """Answers with the peaks of a chunk: the loudest sample of each step, 255 is full scale."""

    prefix = "waveform"

    def __init__(self, files: RoomFiles) -> None:
        self._files = files
        self._cancel = threading.Event()
        self._work: LatestFirst[bytes] = LatestFirst("room-waveform", 1, MOST_WAITING)
        self._kept: OrderedDict[int, bytes] = OrderedDict()

    @property
    def features(self) -> Mapping[str, object]:
        """``waveform``: seconds of a chunk and how many there are, None when there is no sound."""
        return {"waveform": {"chunk_s": CHUNK_S, "chunks": self._count} if self._count else None}

    @property
    def _count(self) -> int:
        """How many chunks there are."""
        found = self._files.segment_map
        if self._files.ffmpeg is None or found.track_of(TrackKind.AUDIO) is None:
            return 0
        return max(1, int(-(-found.duration_s // CHUNK_S)))

    @property
    def _channels(self) -> int:
        """How many are read; one made into two would be softer."""
        track = self._files.segment_map.track_of(TrackKind.AUDIO)
        return 1 if track is not None and track.channels == 1 else MOST_CHANNELS

    async def answer(self, request: BaseRequest, rest: list[str]) -> StreamResponse:
        """Return one chunk."""
        name = rest[0].removesuffix(".json") if len(rest) == 1 else ""
        if not (name.isascii() and name.isdigit() and len(name) < 7) or int(name) >= self._count:
            return plain(404)
        number = int(name)
        body = self._kept.get(number)
        if body is None:
            future = self._work.ask(partial(self._make, number))
            try:
                body = await asyncio.wrap_future(future)
            except asyncio.CancelledError:
                if not future.cancelled():
                    raise  # it is this request that was cancelled
                return plain(503, headers={"Retry-After": "1"})
            except StudioError:
                return plain(404)
            self._kept[number] = body
            while len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
        return json_answer(body)

    def close(self) -> None:
        """End ffmpeg."""
        self._cancel.set()
        self._work.close()
        self._work.join(_CLOSE_LIMIT_S)

    def _make(self, number: int) -> bytes:
        """Read one chunk.

        Raises:
            StudioError: the sound cannot be read.
        """
        kept = self._kept.get(number)
        if kept is not None:
            return kept
        start_s = Fraction(number * CHUNK_S)
        length_s = min(Fraction(CHUNK_S), max(STEP_S, self._files.segment_map.duration_s - start_s))
        samples = self._decode(start_s, length_s)
        told = {
            "step_s": float(STEP_S),
            "start_s": float(start_s),
            "peaks": peaks(samples, int(SAMPLE_RATE * STEP_S) * self._channels),
        }
        return json.dumps(told, separators=(",", ":")).encode()

    def _decode(self, start_s: Fraction, length_s: Fraction) -> "array[int]":
        assert self._files.ffmpeg is not None
        with excerpt(self._files, start_s, start_s + length_s) as part:
            even = f"aresample={SAMPLE_RATE}:async=1:first_pts=0"
            head = [str(self._files.ffmpeg), "-v", "error", "-nostdin", *part.arguments]
            sound = ["-map", "0:a:0", "-vn", "-sn", "-dn", "-af", part.audio + even]
            form = ["-ac", str(self._channels), "-t", f"{float(length_s):.6f}", "-f", "s16le", "-"]
            try:
                result = run_child(
                    [*head, *sound, *form],
                    time_limit_s=TIME_LIMIT_S,
                    output_cap_bytes=_OUTPUT_CAP_BYTES,
                    cancel=self._cancel,
                )
            except OSError as error:
                raise StudioError("ffmpeg could not be started.", detail=str(error)) from error
        if not result.succeeded and not result.stdout:
            raise StudioError("The sound cannot be read.", detail=result.stderr.decode()[-500:])
        samples = array("h", result.stdout[: len(result.stdout) // 2 * 2])
        if sys.byteorder == "big":
            samples.byteswap()
        return samples


def peaks(samples: "array[int]", each: int) -> list[int]:
    """Return the loudest of every ``each`` samples, 255 for full scale."""
    found = []
    for begin in range(0, len(samples), each):
        part = samples[begin : begin + each]
        lowest, highest = min(part), max(part)
        loudest = max(highest, -lowest)
        found.append(min(_HIGHEST, loudest * (_HIGHEST + 1) // _FULL_SCALE))
    return found
