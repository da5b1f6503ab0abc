"""A bare web server for pages that try what they may not: no header of ours helps here."""

import json
import queue
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class Site:
    """A bare web server: pages, a redirect, and a list of everything that was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.results: queue.Queue[dict[str, Any]] = queue.Queue()
        self.page, self.other = "", ""
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append(self.path)
                self.send_response({"/redirect": 302, "/login": 401}.get(self.path, 200))
                self.send_header("WWW-Authenticate", 'Basic realm="x"')
                self.send_header("Location", f"{site.other}redirected")
                body = site.page.encode()
                self.send_header("Content-Type", "text/html")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def do_POST(self) -> None:
                site.asked.append(self.path)
                body = self.rfile.read(int(self.headers["Content-Length"]))
                if self.path == "/result":
                    site.results.put(json.loads(body))
                self.send_response(204)
                self.end_headers()

            def log_message(self, *_args: object) -> None:
                return

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}/"
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
