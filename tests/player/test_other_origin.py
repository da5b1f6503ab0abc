"""A page of somebody else, on a server of its own, that uses streams: when it was let in, only."""

import threading
from collections.abc import Iterator, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from studio.streams.status_part import StatusPart
from studio.verdict.browsers import Engine
from tests.e2e.support import pick
from tests.player.pages import opened, wait_for
from tests.server.conftest import make_map
from tests.streams.origin import Origin, offered

pytestmark = pytest.mark.engine

PAGE = b"""<!doctype html><meta charset="utf-8"><title>somebody else's</title><script>
async function tried(what) {
  try { return await what(); } catch (error) { return `refused: ${error.name}`; }
}
async function tell(base) {
  const part = { headers: { Range: "bytes=5-9" } };
  const question = {
    method: "POST", headers: { "Content-Type": "application/json" }, body: '{"current": 0}',
  };
  const length = async (answer) => (await answer.arrayBuffer()).byteLength;
  return {
    part: await tried(async () => {
      const answer = await fetch(`${base}/file`, part);
      return `${answer.status} ${answer.headers.get("Content-Range")}`;
    }),
    chunk: await tried(async () => length(await fetch(`${base}/page/video`, question))),
    blind: await tried(async () => {
      const answer = await fetch(`${base}/file`, { mode: "no-cors" });
      return answer.type;
    }),
    status: await tried(() => new Promise((done) => {
      const socket = new WebSocket(`${base.replace("http", "ws")}/status`);
      socket.onmessage = (message) => done(JSON.parse(message.data).state);
      socket.onerror = () => done("refused");
    })),
  };
}
</script>"""


class _Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(PAGE)))
        self.end_headers()
        self.wfile.write(PAGE)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """Another web server of this machine; its origin."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def offer(folder: Path, *let_in: str) -> Any:
    path = folder / "clip.webm"
    path.write_bytes(bytes(601_000))
    return offered(make_map(path), allow_origins=let_in)


def join(origin: Origin) -> str:
    origin.stream.add_part(StatusPart(origin.stream, origin.ledger))
    return origin.url


@pytest.mark.parametrize("name", ["chromium", "firefox"])
def test_pages_of_others_use_streams_when_they_were_let_in(
    name: str, engines: Sequence[Engine], site: str, tmp_path: Path
) -> None:
    (tmp_path / "closed").mkdir()
    with offer(tmp_path, site) as open_one, offer(tmp_path / "closed") as closed_one:
        addresses = join(open_one), join(closed_one)
        with opened(pick(engines, name), f"{site}/") as page:
            wait_for(page, "typeof tell === 'function'")
            let_in, refused = (page.evaluate(f"tell({url!r})") for url in addresses)
    assert let_in == {
        "part": "206 bytes 5-9/601000",
        "chunk": 301_000,
        "blind": "refused: TypeError",  # it names no origin
        "status": "PLAYING",
    }
    assert refused["part"].startswith("refused")
    assert refused["chunk"].startswith("refused")
    assert refused["status"] == "refused"
