"""Fan-out of a feed: each client has a queue of its own, which a slow one loses whole GOPs from.

Who joins gets the newest unit, and the next when it is there: as long after the newest as that
one lasts. A page that begins to play the moment it has something would then live from hand to
mouth and stand still at the slightest delay. So the first unit is sent when it is a little
old; who joins later than that has it at once.
"""

import asyncio
import contextlib
import threading
import time
from collections import deque
from collections.abc import Callable
from typing import NamedTuple, TypeVar

from studio.errors import StudioError
from studio.streams.feed import LiveInit, LiveUnit

Value = TypeVar("Value")

MAX_WAITING_UNITS = 4
MAX_WAITING_BYTES = 8 * 1024 * 1024
FIRST_AGE_S = 0.25
"""How old the first unit is that a client gets: what may be late later on."""


class Piece(NamedTuple):
    """One unit, its init segment, and when it came (monotonic clock, s)."""

    init: LiveInit
    unit: LiveUnit
    came: float


class HubClient:
    """One client's queue; for the loop that it joined on, only.

    Args:
        loop: of the client.
        on_drop: told how many GOPs are left out, when they are.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop, on_drop: Callable[[int], None]) -> None:
        self.loop = loop
        self._on_drop = on_drop
        self.problem: StudioError | None = None
        self._init: LiveInit | None = None
        self._waiting: deque[Piece] = deque()
        self._waiting_bytes = 0
        self._told_version = -1
        self._ended = False
        self._has_begun = False
        self._awake = asyncio.Event()

    async def take(self) -> LiveInit | LiveUnit | None:
        """Return what is to be sent next, once it is there; None when the feed has ended."""
        while True:
            if self._waiting:
                if not self._has_begun and self._knows_init():
                    await self._let_age()
                return self._next_piece()
            if self._init is not None and self._init.version != self._told_version:
                self._told_version = self._init.version
                return self._init
            if self._ended:
                return None
            self._awake.clear()
            await self._awake.wait()

    def tell_init(self, init: LiveInit) -> None:
        """An init segment; what waits still belongs to the one before."""
        self._init = init
        self._awake.set()

    def offer(self, piece: Piece) -> None:
        """A unit to be sent; when too much waits, the oldest is left out."""
        self._waiting.append(piece)
        self._waiting_bytes += len(piece.unit.data)
        dropped = 0
        while len(self._waiting) > 1 and (
            len(self._waiting) > MAX_WAITING_UNITS or self._waiting_bytes > MAX_WAITING_BYTES
        ):
            self._waiting_bytes -= len(self._waiting.popleft().unit.data)
            dropped += 1
        if dropped:
            self._on_drop(dropped)
        self._awake.set()

    def end(self, problem: StudioError | None) -> None:
        """Nothing more comes; what waits is still sent."""
        self.problem = problem
        self._ended = True
        self._awake.set()

    def _knows_init(self) -> bool:
        return self._waiting[0].init.version == self._told_version

    async def _let_age(self) -> None:
        """Wait until the first unit is old enough; further ones come meanwhile."""
        self._has_begun = True
        left = self._waiting[0].came + FIRST_AGE_S - time.monotonic()
        await asyncio.sleep(max(0.0, left))

    def _next_piece(self) -> LiveInit | LiveUnit:
        """The oldest unit that waits, or first the init segment that goes before it."""
        piece = self._waiting[0]
        if not self._knows_init():
            self._told_version = piece.init.version
            return piece.init
        self._waiting.popleft()
        self._waiting_bytes -= len(piece.unit.data)
        return piece.unit


class Hub:
    """Takes a feed on its thread and hands it to clients on their loops. Safe from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._clients: list[HubClient] = []
        self._init: LiveInit | None = None
        self._newest: Piece | None = None
        self._problem: StudioError | None = None
        self._is_open = False

    def open(self) -> None:
        """A feed begins: who joins now waits for it."""
        with self._lock:
            self._is_open = True
            self._init = self._newest = self._problem = None

    def join(self, on_drop: Callable[[int], None]) -> HubClient:
        """Add a client of the running loop: the init segment, the newest unit, then each.

        Args:
            on_drop: called on the loop with how many GOPs were left out for the client.
        """
        client = HubClient(asyncio.get_running_loop(), on_drop)
        with self._lock:
            if not self._is_open:
                client.end(self._problem)
                return client
            if self._init is not None:
                client.tell_init(self._init)
                if self._newest is not None:
                    client.offer(self._newest)
            self._clients.append(client)
        return client

    def leave(self, client: HubClient) -> None:
        """Take a client out; one that is not there is ignored."""
        with self._lock, contextlib.suppress(ValueError):
            self._clients.remove(client)

    @property
    def clients(self) -> int:
        """How many are there."""
        with self._lock:
            return len(self._clients)

    def on_init(self, init: LiveInit) -> None:
        """An init segment; who joins before its first unit gets nothing older."""
        with self._lock:
            self._init, self._newest = init, None
            for client in self._clients:
                _call(client, HubClient.tell_init, init)

    def on_unit(self, unit: LiveUnit) -> None:
        """A unit, for everyone."""
        with self._lock:
            if self._init is None:
                return
            self._newest = Piece(self._init, unit, time.monotonic())
            for client in self._clients:
                _call(client, HubClient.offer, self._newest)

    def on_end(self, problem: StudioError | None) -> None:
        """The feed has ended: everyone gets what waits for them, then the end."""
        with self._lock:
            self._is_open = False
            self._problem = problem
            self._init = self._newest = None
            for client in self._clients:
                _call(client, HubClient.end, problem)
            self._clients = []


def _call(client: HubClient, method: Callable[[HubClient, Value], None], value: Value) -> None:
    """Hand a value over to a client's loop; one that has ended needs it no more."""
    with contextlib.suppress(RuntimeError):
        client.loop.call_soon_threadsafe(method, client, value)
