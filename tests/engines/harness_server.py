"""A small server for the harness' page: hands out cases and files, takes reports."""

import json
import queue
import secrets
import sys
import time
from collections.abc import Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread
from types import TracebackType
from typing import Any, Self

from tests.engines.harness_cases import Case

PAGES = {"harness.html": "text/html", "harness.js": "text/javascript"}


class _Quiet(ThreadingHTTPServer):
    """A browser that is ended drops its connections; that is no news."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class HarnessServer:
    """Serves one list of cases once; ``reports`` yields what comes back."""

    def __init__(
        self, cases: Sequence[Case], *, parallel: int, rate: int, settle_ms: int = 0
    ) -> None:
        self.reports: queue.Queue[dict[str, Any]] = queue.Queue()
        self.cases = cases
        self.begun: list[int] = []
        self._beat: float | None = None
        self._lock = Lock()
        self._token = secrets.token_hex(8)
        self._server = _Quiet(("127.0.0.1", 0), _handler(self, f"/{self._token}/"))
        port = self._server.server_address[1]
        page = f"http://127.0.0.1:{port}/{self._token}/harness.html"
        self.url = f"{page}?parallel={parallel}&rate={rate}&settle_ms={settle_ms}"

    def __enter__(self) -> Self:
        Thread(target=self._server.serve_forever, name="harness", daemon=True).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._server.server_close()

    def beat(self) -> None:
        """Note a sign of life of the page."""
        self._beat = time.monotonic()

    def quiet_s(self) -> float:
        """Return for how long the page gave no sign of life; 0 before the first one."""
        return 0.0 if self._beat is None else time.monotonic() - self._beat

    def next_case(self) -> dict[str, Any] | None:
        """Return the next case as the page wants it, None when all were handed out."""
        with self._lock:
            if len(self.begun) == len(self.cases):
                return None
            number = len(self.begun)
            self.begun.append(number)
        case = self.cases[number]
        entries = [
            {"segment": n, "offset": case.segments[n][0], "time_s": time_s}
            for n, time_s in zip(case.entries, case.entry_times, strict=True)
        ]
        return {
            "number": number,
            "mime": case.mime,
            "init": case.init,
            "frames": case.frames_expected,
            "has_video": case.has_video,
            "duration_s": case.duration_s,
            "entries": entries,
        }


def _handler(owner: HarnessServer, base: str) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_arguments: object) -> None:
            return

        def do_GET(self) -> None:
            name = self.path.split("?")[0].removeprefix(base)
            if name in PAGES:
                self._answer((Path(__file__).parent / name).read_bytes(), PAGES[name])
            elif name.startswith("file/"):
                path = owner.cases[int(name.removeprefix("file/"))].path
                self._answer(path.read_bytes(), "application/octet-stream")
            else:
                self.send_error(404)

        def do_POST(self) -> None:
            data = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            name = self.path.removeprefix(base)
            owner.beat()
            answer = owner.next_case() if name == "next" else None
            if name == "report":
                owner.reports.put(data)
            self._answer(json.dumps(answer).encode(), "application/json")

        def _answer(self, data: bytes, kind: str) -> None:
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(data)))
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            self.wfile.write(data)

    return Handler
