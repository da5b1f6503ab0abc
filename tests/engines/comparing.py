"""Predictions beside what engines really did: where they agree, and where not."""

import subprocess
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from studio.errors import SegmentError
from studio.segments.model import TrackKind
from studio.transcode.tools import find_ffmpeg
from studio.verdict.browsers import Engine
from studio.verdict.examine import Examination, examine
from studio.verdict.predict import entry_segments
from studio.verdict.prediction import Foreseen, Prediction
from tests.engines.harness import PARALLEL, play_all, play_alone
from tests.engines.harness_cases import (
    MOST_ENTRIES,
    NO_REPORT,
    Case,
    Observation,
    case_from_map,
    hole,
)

_TYPE_RULES = ("MIME-", "WEBM-020")
"""Rules about what addSourceBuffer is given: an engine answers them with “unsupported”."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A file with the rule it is about, and what was predicted for it.

    ``mime`` is what the player declares, "" for what the file asks for. ``examination`` is
    None for a file that our own reader refuses; then nothing but failure is foreseen.
    ``pictures`` is what ffmpeg's decoder shows of it: what we do not see must count, too.
    """

    key: str
    code: str
    path: Path
    mime: str = ""
    examination: Examination | None = None
    pictures: int = 0

    def case(self) -> Case:
        """Return what the harness shall play."""
        if self.examination is None:
            mime = self.mime or f'video/{self.path.suffix.removeprefix(".")}; codecs="vp8"'
            return Case(self.key, self.path, mime, (0, 0), (), (), (), 0, True, False, 0.0)
        found = self.examination.media.map
        case = case_from_map(self.key, found, entry_segments(found, MOST_ENTRIES))
        return replace(
            case,
            mime=self.mime or case.mime,
            frames_expected=max(_shown(self.examination), self.pictures),
            audio_bytes=_sound_bytes(self.examination),
            early_frames=_early(self.examination),
        )

    def prediction(self, engine: str) -> Prediction | None:
        """Return what an engine is expected to do."""
        foreseen = () if self.examination is None else self.examination.predictions
        return next((one for one in foreseen if one.engine == engine), None)


def sample(key: str, code: str, path: Path, mime: str = "") -> Sample:
    """Examine a file."""
    try:
        examination = examine(path, declared=mime or None)
    except SegmentError:
        return Sample(key, code, path, mime)
    video = examination.media.map.track_of(TrackKind.VIDEO) is not None
    return Sample(key, code, path, mime, examination, _pictures(path) if video else 0)


def _pictures(path: Path) -> int:
    """Return how many pictures of the first track ffmpeg's decoder shows, whatever it meets."""
    command = [str(find_ffmpeg().path), "-v", "quiet", "-i", f"file:{path}"]
    command += ["-map", "0:v:0", "-fps_mode", "passthrough", "-f", "framecrc", "-"]
    done = subprocess.run(command, capture_output=True, check=False, text=True, timeout=60)
    return sum(bool(line) and not line.startswith("#") for line in done.stdout.splitlines())


def _shown(examination: Examination) -> int:
    """Return the pictures to be shown: not hidden ones, and not samples without a byte."""
    track = examination.media.map.track_of(TrackKind.VIDEO)
    table = None if track is None else examination.media.table_of(track.number)
    if table is None:
        return 0
    kept = zip(table.sizes, table.hidden, table.segments, strict=True)
    return sum(size > 0 and not hidden and segment >= 0 for size, hidden, segment in kept)


def _early(examination: Examination) -> int:
    track = examination.media.map.track_of(TrackKind.VIDEO)
    table = None if track is None else examination.media.table_of(track.number)
    return 0 if table is None else sum(time < 0 for time in table.times)


def _sound_bytes(examination: Examination) -> int:
    track = examination.media.map.track_of(TrackKind.AUDIO)
    table = None if track is None else examination.media.table_of(track.number)
    return 0 if table is None else sum(table.sizes)


BY_CHANCE = {
    ("firefox", "TIME-001"): "beginning 0.25 to 1 s late it starts or waits for ever, run by run",
    ("firefox", "MP4-007"): "wrongly addressed bytes decode or not",
    ("firefox", "MP4-008"): "wrongly addressed bytes decode or not",
    ("firefox", "MP4-009"): "wrongly addressed bytes decode or not",
    ("firefox", "MP4-021"): "bytes behind a fragment's end decode or not",
    ("firefox", "TIME-007"): "with several edits some entries work, depending on where they end",
    ("webkit", "TIME-002"): "a jump in one track may cost the other one the rest of its GOP",
    ("webkit", "TIME-004"): "frames that overlap: its two tracks come from two threads",
    ("webkit", "WEBM-001"): "behind damage GStreamer looks for something that it knows",
    ("webkit", "MP4-002"): "what stands in the header is played, or nothing is",
    ("webkit", "MP4-003"): "what trex should have said is guessed",
    ("webkit", "MP4-005"): "a box too large for the file is waited for, or not",
    ("webkit", "MP4-007"): "wrongly addressed bytes decode or not",
    ("webkit", "MP4-021"): "bytes behind a fragment's end decode or not",
    ("webkit", "MP4-020"): "start codes are found by its parser, or the page hangs",
    (
        "webkit",
        "TIME-010",
    ): "where its parser reads the keyframes itself, wrong marks do not matter",
    (
        "webkit",
        "TIME-009",
    ): "where its parser reads the keyframes itself, wrong marks do not matter",
}
"""Where an engine does one thing or another; there the prediction must be the worse one."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One file in one engine."""

    sample: Sample
    engine: str
    seen: Observation

    @property
    def prediction(self) -> Prediction | None:
        """What was expected."""
        return self.sample.prediction(self.engine)

    @property
    def was_seen(self) -> bool:
        """Whether the engine told anything, in any of its tries."""
        return self.seen.error != NO_REPORT.error

    @property
    def agrees(self) -> bool:
        """Whether the prediction said what then happened."""
        foreseen = self.prediction
        if foreseen is None:
            return not self.seen.plays_through
        if not self.was_seen:
            return False
        if (foreseen.foreseen is Foreseen.UNSUPPORTED) != self._is_unsupported(foreseen):
            return False
        if any((self.engine, code) in BY_CHANCE for code in foreseen.codes):
            return not self.is_false_plays
        through = foreseen.plays_through == self.seen.plays_through
        return through and foreseen.plays == self.seen.plays

    @property
    def is_false_plays(self) -> bool:
        """Whether it was said to play and did not: the worst of all errors."""
        foreseen = self.prediction
        if foreseen is None:
            return False
        wrong = foreseen.plays and not self.seen.plays
        return wrong or (foreseen.plays_through and not self.seen.plays_through)

    def _is_unsupported(self, foreseen: Prediction) -> bool:
        """Tell whether the engine cannot decode this; a refused type may be the file's fault."""
        if self.seen.supported:
            return False
        by_type = any(code.startswith(_TYPE_RULES) for code in foreseen.codes)
        return foreseen.foreseen is Foreseen.UNSUPPORTED or not by_type

    def line(self) -> str:
        """Return one line for a table."""
        foreseen, seen = self.prediction, self.seen
        said = "unreadable" if foreseen is None else f"{foreseen.foreseen} {foreseen.reason}"
        codes = "" if foreseen is None else ",".join(foreseen.codes)
        failed = [str(k) for k, entry in seen.entries.items() if not entry.ok]
        did = "plays" if seen.plays else "plays through" if seen.plays_through else seen.fault
        if failed:
            errors = {entry.error for entry in seen.entries.values() if entry.error}
            did += f"; entries fail: {','.join(failed)} {' '.join(sorted(errors))}"
        mark = "!!" if self.is_false_plays else "  "
        return (
            f"{mark} {self.engine:9} {self.sample.key} ({self.sample.code})\n"
            f"        predicted: {said} [{codes}]\n"
            f"        observed:  {did}; {seen.frames} frames, {_short(seen.buffered)}"
        )


def _short(ranges: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"[{start:.3f},{end:.3f}]" for start, end in ranges) or "nothing buffered"


def compare_all(
    samples: Sequence[Sample],
    seen: Mapping[str, Mapping[str, Observation]],
) -> list[Comparison]:
    """Put predictions beside observations (by engine and key) where there are such."""
    return [
        Comparison(one, engine, _with_the_end(one.case(), observed[one.key]))
        for engine, observed in seen.items()
        for one in samples
        if one.key in observed
    ]


def _with_the_end(case: Case, seen: Observation) -> Observation:
    """Return what was seen, not playing through when one track's end was never buffered.

    ``endOfStream`` stretches the last range to the longest track's end, and Firefox tells
    nothing about the sound that it decoded; what was buffered before tells.
    """
    missing = hole(case, seen.buffered_open) if seen.plays_through else ""
    return replace(seen, fault=f"before the end of the stream: {missing}") if missing else seen


def play_samples(
    engine: Engine, samples: Sequence[Sample], *, parallel: int = PARALLEL
) -> dict[str, Observation]:
    """Play samples; those that disagree with the prediction are played again, alone."""
    cases = {one.key: one.case() for one in samples}
    seen = play_all(engine, tuple(cases.values()), parallel=parallel)
    name = engine.identity.name
    doubtful = [one.key for one in samples if not Comparison(one, name, seen[one.key]).agrees]
    return seen | play_alone(engine, [cases[key] for key in doubtful])


def play_everywhere(
    engines: Sequence[Engine], samples: Sequence[Sample]
) -> dict[str, dict[str, Observation]]:
    """Play samples in all engines, side by side; by engine and key."""
    with ThreadPoolExecutor(max_workers=len(engines) or 1) as pool:
        played = pool.map(lambda engine: play_samples(engine, samples), engines)
        return {e.identity.name: seen for e, seen in zip(engines, played, strict=True)}


def table(comparisons: Sequence[Comparison]) -> Iterator[str]:
    """Yield lines: agreement for each engine, then what disagrees, false “plays” first."""
    for engine in dict.fromkeys(one.engine for one in comparisons):
        mine = [one for one in comparisons if one.engine == engine]
        good = sum(one.agrees for one in mine)
        false = sum(one.is_false_plays for one in mine)
        playing = sum(one.seen.plays for one in mine)
        yield f"{engine:9} {good} of {len(mine)} agree, {false} false “plays”; {playing} play"
    wrong = [one for one in comparisons if not one.agrees]
    for one in sorted(wrong, key=lambda one: not one.is_false_plays):
        yield one.line()
