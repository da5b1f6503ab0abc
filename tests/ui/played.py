"""What engines are made to say in tests of the window, and a bench that says it."""

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QImage, QImageWriter

from studio.ui.checker import Checker
from studio.verdict.model import (
    EngineIdentity,
    Outcome,
    Picture,
    PlaybackReport,
    SeekResult,
    Step,
    StepName,
    StepState,
    Verdict,
)
from studio.verdict.summary import conclude

CHROMIUM = EngineIdentity("chromium", "Chromium", "156.0.1")
FIREFOX = EngineIdentity("firefox", "Firefox", "153.7")
EMBEDDED = EngineIdentity("embedded", "Qt WebEngine", "140.0")
REFUSED = (
    "CHUNK_DEMUXER_ERROR_APPEND_FAILED: Got a block with a timecode before the previous block."
)


def played(engine: EngineIdentity = CHROMIUM, **values: object) -> PlaybackReport:
    """A report of an engine that played all of a file of 2 s."""
    known: dict[str, object] = {
        "engine": engine,
        "outcome": Outcome.PLAYED,
        "buffered": ((0.0, 2.0),),
        "duration_s": 2.0,
        "frames_decoded": 50,
        "frames_expected": 50,
        "frames_shown": 50,
        "reached_end": True,
        "picture_changed": True,
        "picture_black": False,
        "first_frame_ms": 84.0,
        "rate": 8.0,
        "elapsed_s": 1.5,
        "gops": 4,
        "seeks": tuple(SeekResult(float(n), True, 30.0) for n in range(4)),
        "entry_points": 9,
        "entries": tuple(SeekResult(n * 0.2, True, 40.0, n) for n in range(1, 4)),
        "steps": (Step(StepName.TYPE, StepState.DONE, 3.0), Step(StepName.PLAY, StepState.DONE)),
    }
    return PlaybackReport(**(known | values))  # type: ignore[arg-type]


def refused(engine: EngineIdentity = CHROMIUM) -> PlaybackReport:
    """A report of an engine that refused a file at its first segment."""
    failed = Step(StepName.APPEND, StepState.FAILED, 12.0, REFUSED)
    return PlaybackReport(engine, Outcome.FAILED, REFUSED, steps=(failed,), elapsed_s=0.7)


def unable(engine: EngineIdentity = EMBEDDED) -> PlaybackReport:
    """A report of an engine that has no such codec."""
    return PlaybackReport(engine, Outcome.UNSUPPORTED, "isTypeSupported says no.")


def picture() -> Picture:
    """A grey picture."""
    image = QImage(160, 90, QImage.Format.Format_RGB32)
    image.fill(0x808080)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"jpeg")).write(image)
    return Picture(bytes(buffer.data().data()), 1.2, 160, 90)


class FakeEngines:
    """Stands in for the engines of this machine, and remembers what was asked of them."""

    def __init__(self) -> None:
        self.benches: list[_Bench] = []
        self.asked: list[str] = []
        self.gate: threading.Event | None = None
        self.answer: Callable[[Path], Verdict | Exception] = lambda _: conclude((), [played()])

    def serve(self, checker: Checker) -> None:
        """Let a checker play on these."""
        checker.keeper.find = list
        checker.keeper.make = self._make

    def _make(self, *_: object) -> "_Bench":
        self.benches.append(_Bench(self))
        return self.benches[-1]


class _Bench:
    def __init__(self, engines: FakeEngines) -> None:
        self._engines = engines
        self.is_closed = False

    def check(
        self,
        path: Path,
        *,
        on_stage: Callable[[str], None] | None,
        cancel: threading.Event | None,
    ) -> Verdict:
        assert on_stage is not None
        assert cancel is not None
        self._engines.asked.append(path.name)
        on_stage("Chromium: play")
        gate = self._engines.gate
        while gate is not None and not gate.wait(0.01) and not cancel.is_set():
            pass
        answer = self._engines.answer(path)
        if isinstance(answer, Exception):
            raise answer
        return answer

    def close(self) -> None:
        self.is_closed = True
