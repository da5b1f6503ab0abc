"""Ways out of the embedded view that no guard of requests is asked about, and its processes."""

import contextlib
import json
import os
import queue
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from studio import paths
from studio.verdict.browsers import Engine
from studio.verdict.launch import launch
from tests.e2e.site import Site
from tests.e2e.support import pick

pytestmark = pytest.mark.engine

PAGE = """<!doctype html><meta charset="utf-8"><title>x</title>
<link rel="icon" href="http://127.0.0.1:TCP/icon"><body><script type="module">
const later = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const hint = (rel, href) => {
  const link = document.createElement("link");
  Object.assign(link, { rel, href, as: "fetch" });
  document.head.append(link);
};
const [far, near] = ["http://127.0.0.2:OTHER/", "http://127.0.0.1:TCP/"];
for (const rel of ["prefetch", "preload", "dns-prefetch", "preconnect"]) hint(rel, far);
for (const rel of ["prefetch", "preload", "stylesheet", "manifest"]) hint(rel, near);
const found = {};
const meet = async (scope) => {
  const peers = new scope.RTCPeerConnection({ iceServers: [{ urls: "stun:127.0.0.1:UDP" }] });
  peers.createDataChannel("x");
  await peers.setLocalDescription(await peers.createOffer());
};
const frame = document.createElement("iframe");
document.body.append(frame);
for (const scope of [window, frame.contentWindow]) {
  try { await meet(scope); } catch (error) { found.peers ??= error.name; }
}
try { new WebTransport("https://127.0.0.1:UDP/"); found.transport = "began"; }
catch (error) { found.transport = error.name; }
await later(1000);
await fetch("/result", { method: "POST", body: JSON.stringify(found) });
await later(60000);
</script></body>"""


class Ear:
    """Counts who comes to a port."""

    def __init__(self, kind: socket.SocketKind, address: str) -> None:
        self.heard = 0
        self._socket = socket.socket(socket.AF_INET, kind)
        self._socket.bind((address, 0))
        self.port: int = self._socket.getsockname()[1]
        self._is_tcp = kind is socket.SOCK_STREAM
        if self._is_tcp:
            self._socket.listen()
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def _listen(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                if self._is_tcp:
                    connection, _ = self._socket.accept()
                    connection.settimeout(2)
                    with connection, contextlib.suppress(TimeoutError):
                        self.heard += len(connection.recv(100))  # a connection alone says nothing
                else:
                    self._socket.recv(2000)
                    self.heard += 1

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    yield made
    made.close()


def test_nothing_is_sent_past_the_guard_of_requests(
    site: Site, engines: tuple[Engine, ...]
) -> None:
    """STUN over UDP, QUIC, icons, and everything that pages may ask for in advance."""
    if sys.platform != "linux":
        pytest.skip("127.0.0.2 is an address of its own on Linux only")
    udp = Ear(socket.SOCK_DGRAM, "127.0.0.1")
    tcp, other = Ear(socket.SOCK_STREAM, "127.0.0.1"), Ear(socket.SOCK_STREAM, "127.0.0.2")
    ears = {"UDP": udp, "TCP": tcp, "OTHER": other}
    site.page = PAGE
    for name, ear in ears.items():
        site.page = site.page.replace(f":{name}", f":{ear.port}")
    with launch(pick(engines, "embedded"), site.url) as running:
        try:
            found = site.results.get(timeout=60)
        except queue.Empty:
            pytest.fail(running.log_tail())
    heard = {name: ear.heard for name, ear in ears.items()}
    for ear in ears.values():
        ear.close()
    assert heard == {"UDP": 0, "TCP": 0, "OTHER": 0}
    assert (found["peers"], found["transport"]) == ("TypeError", "ReferenceError")


def environment_of(home: Path, **more: str) -> dict[str, str]:
    """Return an environment in which nothing of the engine's is set."""
    environment = paths.self_environment()
    for name in ("QTWEBENGINE_DISABLE_SANDBOX", "QTWEBENGINE_CHROMIUM_FLAGS", "XDG_RUNTIME_DIR"):
        environment.pop(name, None)
    environment |= {"QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}
    environment |= {"HOME": str(home), "TMPDIR": str(home), "MSE_STUDIO_HOME": str(home)}
    return environment | more


@contextlib.contextmanager
def view_of(
    site: Site, command: list[str], environment: dict[str, str]
) -> Iterator[tuple[dict[str, Any], list[psutil.Process]]]:
    """Run the engine's program on a page; give what the page said, and the children."""
    site.page = """<script type="module">
      let kept = "nothing";
      try { localStorage.setItem("a", "b"); kept = "storage"; } catch { kept = "nothing"; }
      document.cookie = "a=b; max-age=9999";
      try {
        await new Promise((resolve, reject) => {
          const asked = indexedDB.open("x");
          [asked.onsuccess, asked.onerror] = [resolve, reject];
        });
        await (await caches.open("x")).put("/own", new Response("x"));
      } catch (error) { kept += error.name; }
      await fetch("/result", { method: "POST", body: JSON.stringify({ kept }) });
    </script>"""
    process = subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdin is not None
    assert process.stderr is not None
    process.stdin.write(site.url.encode() + b"\n")
    process.stdin.flush()
    try:
        try:
            found = site.results.get(timeout=60)
        except queue.Empty:
            process.kill()
            pytest.fail(process.stderr.read().decode("utf-8", "replace"))
        yield found, psutil.Process(process.pid).children(recursive=True)
    finally:
        process.stdin.close()
        try:
            process.wait(20)
        finally:
            process.kill()
            process.stderr.close()


def files_below(folder: Path) -> list[str]:
    return sorted(str(f.relative_to(folder)) for f in folder.rglob("*") if f.is_file())


ORDINARY = """
import ctypes, os, sys
from studio.ui.engine_view import main
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
    ctypes.CDLL(None).prctl(4, 1, 0, 0, 0)  # PR_SET_DUMPABLE: lost by setuid, never by a start
sys.exit(main(["--url-from-stdin"]))
"""


def is_caged(pid: int) -> bool:
    """Tell whether a process has Chromium's sandbox: its namespace, and its filter of calls."""
    status = Path(f"/proc/{pid}/status").read_text("ascii", "replace")
    apart = Path(f"/proc/{pid}/ns/pid").readlink() != Path("/proc/self/ns/pid").readlink()
    return apart and "\nSeccomp:\t2\n" in status


def test_an_ordinary_user_has_the_sandbox_and_nothing_is_kept(site: Site) -> None:
    """V1 and V9: every process of the engine is in its sandbox; no file outlives the session."""
    if sys.platform != "linux":
        pytest.skip("the processes' options are read as Linux has them")
    with tempfile.TemporaryDirectory(prefix="mse-studio-test-") as name:
        home = Path(name)
        home.chmod(0o777)
        command = [sys.executable, "-c", ORDINARY]
        with view_of(site, command, environment_of(home)) as (found, children):
            lines = [process.cmdline() for process in children]
            users = {process.uids().real for process in children}
            caged = [process.pid for process in children if is_caged(process.pid)]
        kept = files_below(home)
    assert caged, "the page's process filters its system calls, in a namespace of its own"
    assert not [line for line in lines if "--no-sandbox" in line]
    assert 0 not in users
    assert found["kept"].startswith("nothing")
    assert kept == []


FROZEN = """
import sys
sys.frozen, sys._MEIPASS = FROZEN, sys.argv[1]
from studio.ui.engine_view import main
sys.exit(main(["--url-from-stdin"]))
"""


@pytest.mark.parametrize("is_frozen", [False, True])
def test_the_environment_opens_no_debugger_in_a_packaged_program(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_frozen: bool
) -> None:
    """V2; a program run from its sources shows that the test can see an open one."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    command = [sys.executable, "-c", FROZEN.replace("FROZEN", str(is_frozen)), str(tmp_path)]
    environment = environment_of(tmp_path, QTWEBENGINE_REMOTE_DEBUGGING=str(port))
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        environment["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
    with view_of(site, command, environment):
        assert is_open(port, 1.5 if is_frozen else 20) is not is_frozen


def is_open(port: int, limit_s: float) -> bool:
    """Tell whether a debugger answers, waiting a little for one that is late."""
    end = time.monotonic() + limit_s
    while time.monotonic() < end:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1) as s:
            s.sendall(b"GET /json/version HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
            answer = s.recv(4000).partition(b"\r\n\r\n")[2]
            return "Browser" in json.loads(answer or b'{"Browser": ""}')
        time.sleep(0.1)
    return False
