"""What is known of this machine's engines, asked once for the whole session."""

import threading
from collections.abc import Callable, Sequence
from enum import Enum

from PySide6.QtCore import QObject, Signal

from studio.errors import StudioError
from studio.presets.mime import typical_mime
from studio.presets.store import PresetStore
from studio.ui.bridge import Workers
from studio.verdict.browsers import Engine, find_engines
from studio.verdict.capabilities import Said, codec_mimes
from studio.workflow.asking import EngineAnswer, ask_engines

Find = Callable[[], tuple[Engine, ...]]


class EngineState(Enum):
    """How far the asking of one engine is."""

    WAITING = "waiting"
    ASKING = "asking"
    ANSWERED = "answered"
    SILENT = "silent"
    """It was asked and gave no answer."""
    NOT_ASKED = "not asked"


class EngineBook(QObject):
    """Finds the engines and asks what they decode, on a worker; keeps the answers.

    Whoever shows them calls ``open``, and ``leave`` when it is closed: with nobody left who
    waits for them, what is being asked is ended, and the next ``open`` asks the rest. A
    browser of the user's own, whose windows they see, is asked by ``ask_again`` only.

    Args:
        presets: whose types are asked for, too.
        parent: its owner.
        find: finds the engines.
        ask: asks them, as ``ask_engines`` does.
    """

    changed = Signal()
    """Something new is known, or being asked."""

    def __init__(
        self,
        presets: PresetStore,
        parent: QObject | None = None,
        *,
        find: Find = find_engines,
        ask: Callable[..., None] = ask_engines,
    ) -> None:
        super().__init__(parent)
        self._presets, self._find, self._ask = presets, find, ask
        self._workers: Workers | None = None
        self._cancel = threading.Event()
        self._readers = 0
        self._asked_now: str = ""
        self.engines: tuple[Engine, ...] | None = None
        """None until they were looked for."""
        self.answers: dict[str, EngineAnswer] = {}
        """By the engine's name."""
        self.in_turn: tuple[Engine, ...] = ()
        """Who is asked in the latest run."""
        self.is_busy = False
        self.problem: StudioError | None = None

    # -- asking ----------------------------------------------------------------------

    def open(self) -> None:
        """Somebody wants to know; what is known already is not asked again."""
        self._readers += 1
        if not self.is_busy and not self._is_complete():
            self._begin(anew=self.engines is None)

    def leave(self) -> None:
        """Somebody does not want to know any more."""
        self._readers = max(0, self._readers - 1)
        if not self._readers:
            self.cancel()

    def ask_again(self) -> None:
        """Forget everything, look for engines again and ask each."""
        self._cancel.set()
        self._begin(anew=True, everyone=True)

    def cancel(self) -> None:
        """Ask nobody any more; what was answered stays."""
        self._cancel.set()
        if self.is_busy:
            self.is_busy, self._asked_now = False, ""
            self.changed.emit()

    def stop(self, *, wait: bool) -> None:
        """End what runs, for closing."""
        self._cancel.set()
        if self._workers is not None:
            self._workers.stop(wait=wait)

    # -- what is known ---------------------------------------------------------------

    def mimes(self) -> tuple[str, ...]:
        """Every type that is asked for."""
        ours = (typical_mime(preset) for preset in self._presets.all())
        return tuple(dict.fromkeys((*codec_mimes(), *ours)))

    def state_of(self, engine: Engine) -> EngineState:
        """Tell how far an engine is."""
        name = engine.identity.name
        answer = self.answers.get(name)
        if answer is not None:
            return EngineState.ANSWERED if answer.is_given else EngineState.SILENT
        if name == self._asked_now:
            return EngineState.ASKING
        waits = self.is_busy and engine in self.in_turn
        return EngineState.WAITING if waits else EngineState.NOT_ASKED

    def said_of(self, engine: Engine, mime: str) -> Said:
        """What the engine said of a type."""
        answer = self.answers.get(engine.identity.name)
        return Said(answer.types.get(mime), answer.decoding.get(mime)) if answer else Said()

    @property
    def asked_now(self) -> Engine | None:
        """Who is asked at this moment."""
        found = self.engines or ()
        return next((one for one in found if one.identity.name == self._asked_now), None)

    def _is_complete(self) -> bool:
        if self.engines is None:
            return False
        return not self._open_questions(self.engines)

    def _open_questions(self, engines: Sequence[Engine]) -> list[Engine]:
        """Return whom to ask: no answer yet, or a preset came since."""
        wanted = set(self.mimes())
        known = {
            name
            for name, answer in self.answers.items()
            if not answer.is_given or wanted <= set(answer.types)
        }
        ours = (engine for engine in engines if engine.is_ours)
        return [engine for engine in ours if engine.identity.name not in known]

    # -- the worker ------------------------------------------------------------------

    def _begin(self, *, anew: bool, everyone: bool = False) -> None:
        if anew:
            self.engines, self.answers = None, {}
        self._cancel = cancel = threading.Event()
        self.is_busy, self.problem, self._asked_now = True, None, ""
        if self._workers is None:
            self._workers = Workers("engines", 1, self)
        later, find, ask = self._workers.call_later, self._find, self._ask
        known, mimes = self.engines, self.mimes()
        self.in_turn = () if known is None else tuple(self._open_questions(known))
        already = self.in_turn

        def tell(note: Callable[..., None], *values: object) -> None:
            later(lambda: None if cancel.is_set() else note(*values))

        def work() -> None:
            asked = already
            if known is None and not cancel.is_set():
                found = find()
                asked = tuple(engine for engine in found if everyone or engine.is_ours)
                tell(self._on_found, found, asked)
            ask(
                asked,
                mimes,
                on_asking=lambda engine: tell(self._on_asking, engine),
                on_answer=lambda answer: tell(self._on_answer, answer),
                cancel=cancel,
            )

        self._workers.run(
            work,
            lambda _: self._on_end(cancel, None),
            lambda problem: self._on_end(cancel, problem),
        )
        self.changed.emit()

    def _on_found(self, engines: tuple[Engine, ...], in_turn: tuple[Engine, ...]) -> None:
        self.engines, self.in_turn = engines, in_turn
        self.changed.emit()

    def _on_asking(self, engine: Engine) -> None:
        self._asked_now = engine.identity.name
        self.answers.pop(engine.identity.name, None)
        self.changed.emit()

    def _on_answer(self, answer: EngineAnswer) -> None:
        self.answers[answer.identity.name] = answer
        self.changed.emit()

    def _on_end(self, cancel: threading.Event, problem: StudioError | None) -> None:
        if cancel is self._cancel and not cancel.is_set():
            self.is_busy, self._asked_now, self.problem = False, "", problem
            self.changed.emit()
