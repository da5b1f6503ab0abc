"""Engines that stay open as long as there are files to play."""

import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from studio.server.app import MediaServer
from studio.verdict.browsers import Engine
from studio.verdict.model import Verdict
from studio.workflow.check import check_file, describe_engines


class Bench:
    """Plays file after file in the same launched engines.

    An engine is launched when it is first needed, launched anew after it hung, died or
    played many files, and ended when it was idle for a while or the bench is closed.
    ``check`` may be called from any thread; calls wait for each other.

    Args:
        engines: who shall play; with none no verdict is a pass.
        server: a running one to use; the bench has one of its own otherwise.
        parallel: engines that play a file at the same time; 0: as many as suit the machine.
    """

    def __init__(
        self, engines: Sequence[Engine], *, server: MediaServer | None = None, parallel: int = 0
    ) -> None:
        self.engines = tuple(engines)
        self._server = server
        self._parallel = parallel

    def check(
        self,
        path: Path,
        *,
        declared: str | None = None,
        on_stage: Callable[[str], None] | None = None,
        time_limit_s: float | None = None,
        cancel: threading.Event | None = None,
    ) -> Verdict:
        """Examine a file, play it in each engine and return the verdict; see ``check_file``."""
        return check_file(
            path,
            engines=self.engines,
            server=self._server,
            on_stage=on_stage,
            time_limit_s=time_limit_s,
            cancel=cancel,
            declared=declared,
        )

    def describe(self, mimes: Sequence[str]) -> dict[str, Mapping[str, bool]]:
        """Ask each engine which MIME types it takes: engine name -> type -> answer."""
        return describe_engines(self.engines, mimes, server=self._server)

    def close(self) -> None:
        """End every engine. May be called twice."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
