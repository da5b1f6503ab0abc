"""One request for a room's bytes, on its way under the conditions in force."""

from dataclasses import dataclass, field

from studio.preview.conditions import Which


@dataclass(slots=True)
class Delivered:
    """What became of one request; times in ms, ``at_ms`` since the room was opened.

    ``state`` is ``running``, ``whole``, ``refused``, ``cut`` (on purpose) or ``left`` (by the
    page, as after a seek). ``done`` says what was done to it on purpose: ``latency``,
    ``late``, ``rate``, ``refusal``, ``cut``, ``content-type``, ``mime``, ``ranges``.
    ``wait_ms`` passed before its first byte.
    """

    n: int
    path: str
    segment: Which | None
    at_ms: int
    size: int = 0
    bytes: int = 0
    status: int = 0
    state: str = "running"
    ms: int = 0
    wait_ms: int = 0
    done: list[str] = field(default_factory=list)

    def note(self, what: str) -> None:
        """Say that this was done to it, once."""
        if what not in self.done:
            self.done.append(what)

    def to_json(self) -> dict[str, object]:
        """Return what the page is told."""
        body_ms = max(self.ms - self.wait_ms, 1)
        return {
            "n": self.n,
            "path": self.path,
            "segment": self.segment,
            "at_ms": self.at_ms,
            "size": self.size,
            "bytes": self.bytes,
            "status": self.status,
            "state": self.state,
            "ms": self.ms,
            "wait_ms": self.wait_ms,
            "kbit_s": round(self.bytes * 8 / body_ms, 1) if self.bytes else None,
            "done": list(self.done),
        }
