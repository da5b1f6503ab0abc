"""Services: what other rooms of the house offer on the server, below a folder of their own."""

import threading
from collections.abc import Iterable
from concurrent.futures import Executor
from typing import Protocol

from aiohttp.web import BaseRequest, StreamResponse


class Service(Protocol):
    """Answers every request below one of its folders, WebSockets and POST included."""

    @property
    def folders(self) -> Iterable[str]:
        """The first parts of its paths: ``/t/TOKEN/<folder>/...``."""

    async def answer(
        self, request: BaseRequest, parts: list[str], executor: Executor
    ) -> StreamResponse:
        """Answer one request that the guard has let pass, on the server's loop.

        Args:
            request: of any method.
            parts: of the path, the folder first.
            executor: where files are read.
        """


class ServiceRegistry:
    """The services of a server. Safe to use from any thread."""

    def __init__(self) -> None:
        self._services: dict[str, Service] = {}
        self._lock = threading.Lock()

    def add(self, service: Service) -> None:
        """Offer a service from now on."""
        with self._lock:
            self._services.update(dict.fromkeys(service.folders, service))

    def get(self, folder: str) -> Service | None:
        """Return who answers below a folder, or None."""
        with self._lock:
            return self._services.get(folder)
