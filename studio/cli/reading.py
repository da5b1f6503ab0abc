"""Reads the files of one command, some at a time: that costs one ffmpeg for each group."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from studio.batch.model import SourceStamp
from studio.batch.stamps import stamp_of
from studio.errors import InputError
from studio.media.probe import Prober
from studio.media.streams import MediaInfo

GROUP = 8


@dataclass(frozen=True, slots=True)
class ReadFile:
    """One readable file. ``given`` is as the user named it, ``source`` is absolute."""

    given: Path
    source: Path
    stamp: SourceStamp
    info: MediaInfo


def read_files(paths: Sequence[Path], ffmpeg: Path) -> Iterator[ReadFile | InputError]:
    """Yield what each file is, or why it cannot be used, in the order given."""
    with Prober() as prober:
        for first in range(0, len(paths), GROUP):
            group = paths[first : first + GROUP]
            stamps = [_stamp(path) for path in group]  # before they are read
            answers = prober.probe_many([path.absolute() for path in group], ffmpeg=ffmpeg)
            for path, stamp, answer in zip(group, stamps, answers, strict=True):
                if isinstance(answer, InputError):
                    yield answer
                elif isinstance(stamp, InputError):
                    yield stamp  # it came only now
                else:
                    yield ReadFile(path, path.absolute(), stamp, answer)


def _stamp(path: Path) -> SourceStamp | InputError:
    try:
        return stamp_of(path.absolute())
    except InputError as problem:
        return problem
