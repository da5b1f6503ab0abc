"""Digests over all frames of a track, read once through the file from front to back."""

import hashlib
import heapq
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Protocol

from studio.errors import SegmentError
from studio.repair.proof_frames import FrameRun
from studio.segments.source import ByteSource, open_source

READ_BYTES = 1 << 20
DIGEST_LETTERS = 32
_TELL_EVERY = 4096


class _Hash(Protocol):
    def update(self, data: bytes, /) -> None: ...


def digests(
    path: Path, runs: Sequence[FrameRun], on_progress: Callable[[float], None]
) -> tuple[str, ...]:
    """Return one digest for each run, over the sizes and bytes of its frames in order.

    Memory does not depend on the file: frames are read in pieces of 1 MiB.

    Raises:
        SegmentError: the file cannot be read, or ends before its last frame.
    """
    hashes = [hashlib.sha256() for _ in runs]
    together = all(a < b for run in runs for a, b in pairwise(run.offsets))
    walks = [_places(run, track) for track, run in enumerate(runs)]
    total = sum(len(run) for run in runs) or 1
    done = 0
    with open_source(path, READ_BYTES) as source:
        for walk in [heapq.merge(*walks)] if together else walks:
            for offset, size, track in walk:
                digest, prefix = hashes[track], runs[track].prefix
                digest.update((size + len(prefix)).to_bytes(8, "big") + prefix)
                _feed(digest, source, offset, size)
                done += 1
                if done % _TELL_EVERY == 0:
                    on_progress(done / total)
    on_progress(1.0)
    return tuple(digest.hexdigest()[:DIGEST_LETTERS] for digest in hashes)


def _places(run: FrameRun, track: int) -> Iterator[tuple[int, int, int]]:
    """Yield (offset, size, ``track``) of each frame."""
    for offset, size in zip(run.offsets, run.sizes, strict=True):
        yield offset, size, track


def _feed(digest: _Hash, source: ByteSource, offset: int, size: int) -> None:
    while size > 0:
        chunk = source.at(offset, min(size, READ_BYTES))
        if not chunk:
            raise SegmentError(
                "The file ends before its last frame.", hint="Did something write to it?"
            )
        digest.update(chunk)
        offset += len(chunk)
        size -= len(chunk)
