"""The local media server: aiohttp on a thread of its own, for this machine and run only."""

import asyncio
import errno
import functools
import logging
import secrets
import threading
import time
from collections.abc import Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import urlencode

from aiohttp import web

from studio.errors import StudioError
from studio.segments.model import SegmentMap
from studio.segments.stitched import Piece
from studio.server.answers import plain
from studio.server.connections import Listener, end_connections, stop_listening
from studio.server.guard import Guard, door_of, token_of
from studio.server.guests import Guests
from studio.server.handlers import Routes
from studio.server.media import FileRegistry
from studio.server.origins import (
    FURTHER,
    headers_for,
    is_preflight,
    preflight_answer,
    read_origins,
)
from studio.server.rooms import Room, RoomRegistry
from studio.server.runs import ReportListener, RunHandle, RunRegistry
from studio.server.services import Service, ServiceRegistry

log = logging.getLogger(__name__)

LOOPBACK = "127.0.0.1"
IDLE_TIMEOUT_S = 12.0
"""For the first request's headers in all, and between two requests."""
START_TIMEOUT_S = 10.0
STOP_TIMEOUT_S = 5.0


class MediaServer:
    """Serves the player page and registered files on one address, behind a secret path.

    Every method may be called from any thread; none blocks longer than starting or
    stopping the server takes.

    Args:
        player_dir: the folder with the player page.
        port: the port to listen on; 0 lets the system choose.
        address: the IP address to listen on, and on no other.
        allow_origins: web origins (``https://example.test``) whose pages may use services,
            that is, streams; never rooms, runs, media or our own pages.

    Raises:
        InputError: one of ``allow_origins`` is no origin.
    """

    def __init__(
        self,
        player_dir: Path,
        *,
        port: int = 0,
        address: str = LOOPBACK,
        allow_origins: Sequence[str] = (),
    ) -> None:
        self._shared_with = read_origins(allow_origins)
        self._player_dir = player_dir
        self._wanted_port = port
        self._address = address
        self._heard_at = time.monotonic()
        self._files = FileRegistry()
        self._runs = RunRegistry()
        self._rooms = RoomRegistry()
        self._services = ServiceRegistry()
        self._guests = Guests()
        self._token = secrets.token_urlsafe(32)
        self._port = 0
        self._failure: BaseException | None = None
        self._ready = threading.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stopping: asyncio.Event | None = None
        self._thread: threading.Thread | None = None

    @property
    def base_url(self) -> str:
        """``http://127.0.0.1:PORT/t/TOKEN``; secret, never to be logged."""
        return f"http://{self.host}/t/{self._token}"

    @property
    def host(self) -> str:
        """Address and port as they stand in a URL: ``127.0.0.1:80``, ``[fd00::2]:80``."""
        literal = f"[{self._address}]" if ":" in self._address else self._address
        return f"{literal}:{self._port}"

    @property
    def port(self) -> int:
        """The port listened on; 0 before the start."""
        return self._port

    @property
    def idle_s(self) -> float:
        """How long ago the last request came that knew the secret; since the start at first."""
        return time.monotonic() - self._heard_at

    def __repr__(self) -> str:
        return f"<{type(self).__name__} port={self._port}>"

    def start(self) -> Self:
        """Listen on a port the system chooses.

        Raises:
            StudioError: the server could not be started.
        """
        if self._thread is not None:
            return self
        self._thread = threading.Thread(target=self._run, name="media-server", daemon=True)
        self._thread.start()
        if not self._ready.wait(START_TIMEOUT_S) or self._failure is not None:
            self.stop()
            raise self._refusal()
        return self

    def stop(self) -> None:
        """Close every connection and end the thread. May be called twice."""
        thread, loop, stopping = self._thread, self._loop, self._stopping
        if thread is None:
            return
        if loop is not None and stopping is not None and thread.is_alive():
            try:
                loop.call_soon_threadsafe(stopping.set)
            except RuntimeError:
                log.debug("the server had already ended")
        thread.join(STOP_TIMEOUT_S)
        if thread.is_alive():
            log.error("the preview server did not stop in time")
        self._thread = None

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def add_file(self, segment_map: SegmentMap, pieces: Sequence[Piece] = ()) -> str:
        """Register a file and return its opaque id.

        Args:
            segment_map: how it is cut.
            pieces: what the map's offsets count in, when that is not the map's own file.

        Raises:
            InputError: a file is gone or is not the one the map was read from.
        """
        return self._files.add(segment_map, pieces)

    def remove_file(self, file_id: str) -> None:
        """Stop serving a file."""
        self._files.remove(file_id)

    def index_url(self, file_id: str) -> str:
        """Where the page finds a file's index."""
        return f"{self.base_url}/media/{file_id}/index.json"

    def file_url(self, file_id: str) -> str:
        """The whole file, by byte range."""
        return f"{self.base_url}/media/{file_id}/file"

    def add_room(self, room: Room) -> str:
        """Open a room to its pages and return its opaque id."""
        room_id = self._rooms.add(room)
        room.settle(functools.partial(self.room_url, room_id))
        return room_id

    def remove_room(self, room_id: str) -> None:
        """Close a room; the caller ends what runs for it."""
        self._rooms.remove(room_id)

    def room_url(self, room_id: str, page: str = "index.html", **params: str) -> str:
        """The page of a room: ``index.html`` with all controls, ``engine.html`` the picture.

        Args:
            room_id: from ``add_room``.
            page: which of the room's pages.
            params: ``lang`` (en, zh, ru; pseudo to see long words), ``theme`` (light, dark),
                ``autoplay`` (1), ``way`` (local, cast, proxy: in this way only), ``system``
                (1: another view takes over what the page's own engine cannot decode).
        """
        query = urlencode({"room": room_id, **params})
        return f"{self.base_url}/player/room/{page}?{query}"

    def add_service(self, service: Service) -> None:
        """Offer a service below its folders; the caller ends what runs for it."""
        self._services.add(service)

    def page_url(self, page: str, **params: str) -> str:
        """One of the player's own pages: ``stream/index.html``."""
        query = f"?{urlencode(params)}" if params else ""
        return f"{self.base_url}/player/{page}{query}"

    def door(self, url: str) -> str:
        """Return an address that leads to one of ours, once, for a browser's command line.

        It opens within a minute or never; what the browser gets behind it ends a minute after
        its page was last in use. See `guests`.

        Args:
            url: begins with ``base_url``.

        Raises:
            ValueError: it does not.
        """
        page = url.removeprefix(f"{self.base_url}/")
        if page == url:
            raise ValueError("not an address of this server")
        return f"http://{self.host}{self._guests.invite(page)}"

    def add_run(self, plan: object, on_report: ReportListener) -> RunHandle:
        """Register a plan (JSON) for a page, and who hears its reports.

        Args:
            plan: what the check page reads; ``{}`` for a preview.
            on_report: called with ``{"events": [...]}`` from the server's thread.
        """
        run_id = self._runs.add(plan, on_report)
        base = f"{self.base_url}/runs/{run_id}"
        check = f"{self.base_url}/player/check.html?run={run_id}"
        return RunHandle(run_id, f"{base}/plan.json", f"{base}/report", check)

    def set_next_run(self, run_id: str, next_id: str) -> None:
        """Send the page of a run, when it has ended and asks, on to another run."""
        self._runs.set_next(run_id, next_id)

    def remove_run(self, run_id: str) -> None:
        """End a run; its page gets 404 from then on."""
        self._runs.remove(run_id)

    def _refusal(self) -> StudioError:
        """Return why it could not be started."""
        failure = self._failure
        taken = isinstance(failure, OSError) and failure.errno == errno.EADDRINUSE
        if taken and self._wanted_port:
            return StudioError(
                f"The server could not be started: port {self._wanted_port} is taken.",
                hint="Choose another port; with port 0 the system finds a free one.",
                detail=str(failure),
            )
        return StudioError(
            "The preview server could not be started.", detail=str(failure or "timeout")
        )

    def _make_routes(self, executor: Executor) -> Routes:
        """Return what answers requests that the guard has let pass."""
        return Routes(
            self._player_dir,
            self._files,
            self._runs,
            executor,
            rooms=self._rooms,
            services=self._services,
        )

    def _run(self) -> None:
        try:
            asyncio.run(self._serve())
        except Exception as error:
            if isinstance(error, OSError) and not self._ready.is_set():
                log.info("the server cannot listen: %s", error)
            else:
                log.exception("the preview server failed")
            self._failure = error
        finally:
            self._ready.set()

    async def _serve(self) -> None:
        self._loop, self._stopping = asyncio.get_running_loop(), asyncio.Event()
        with ThreadPoolExecutor(max_workers=8, thread_name_prefix="media-read") as executor:
            routes = self._make_routes(executor)
            guards: list[Guard] = []

            async def handle(request: web.BaseRequest) -> web.StreamResponse:
                response = await self._answer(request, guards[0], routes)
                if response.status in {400, 413, 421}:
                    response.force_close()
                return response

            listener = Listener(
                handle,
                access_log=None,
                keepalive_timeout=IDLE_TIMEOUT_S,
                lingering_time=0,
                max_line_size=4096,
                max_field_size=8190,
                max_headers=64,
            )
            server = await self._loop.create_server(listener, self._address, self._wanted_port)
            self._port = int(server.sockets[0].getsockname()[1])
            guards.append(self._make_guard())
            self._ready.set()
            await self._stopping.wait()
            await stop_listening(server)
            await end_connections(listener)

    def _make_guard(self) -> Guard:
        return Guard(
            self._token,
            self.host,
            shared_with=self._shared_with,
            is_service=lambda folder: self._services.get(folder) is not None,
            guests=self._guests,
        )

    async def _answer(
        self, request: web.BaseRequest, guard: Guard, routes: Routes
    ) -> web.StreamResponse:
        status = guard.refuse(request)
        if status is not None:
            return plain(status)
        self._heard_at = time.monotonic()
        door = door_of(request)
        if door is not None:
            return self._let_in(request, door)
        with self._guests.visit(token_of(request)):
            return await self._answer_known(request, guard, routes)

    def _let_in(self, request: web.BaseRequest, door: str) -> web.StreamResponse:
        if request.method != "GET":
            return plain(405, headers={"Allow": "GET"})
        path = self._guests.enter(door)
        return plain(404) if path is None else plain(303, headers={"Location": path})

    async def _answer_known(
        self, request: web.BaseRequest, guard: Guard, routes: Routes
    ) -> web.StreamResponse:
        origin = guard.shared_origin(request)
        if guard.is_shared(request):
            request[FURTHER] = headers_for(origin)
        if origin is not None and is_preflight(request):
            return preflight_answer(request)
        return await routes.answer(request)
