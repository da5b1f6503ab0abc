"""Bytes from a file to a connection without passing through this program (``sendfile``).

Not by ``loop.sendfile``: that reads the file on the loop's own thread, where a slow disk would
hold up everyone, and it does not tell a slow client from one that takes nothing at all.
"""

import asyncio
import os
import time
from collections.abc import Callable
from concurrent.futures import Executor
from typing import Protocol, TypeVar, TypeVarTuple

from studio.server.media import FileChangedError, Readable
from studio.server.ranges import ByteRange

Arguments = TypeVarTuple("Arguments")
Result = TypeVar("Result")

STEP_BYTES = 4 * 1024 * 1024
"""At most so much at a time: between two steps the file is looked at."""
TOLD_BYTES = 256 * 1024
"""While a client takes nothing, this is told to be on its way."""
LOOK_S = 1.0
"""How often it is seen whether a client who takes nothing has gone."""


class Meter(Protocol):
    """Hears how quickly a client takes what it asked for."""

    def sending(self, count: int) -> None:
        """So many bytes are being handed to the line from now on; ``sent`` ends that."""

    def sent(self, count: int, took_s: float) -> None:
        """So many bytes were taken by the line within ``took_s``, just now."""


def can_push(transport: asyncio.BaseTransport | None) -> bool:
    """Tell whether this system and this connection can do it."""
    return (
        hasattr(os, "sendfile")
        and transport is not None
        and transport.get_extra_info("socket") is not None
        and transport.get_extra_info("sslcontext") is None
    )


class Pusher:
    """Pushes parts of one file into one connection. Use it on the loop.

    Args:
        transport: whose connection it is; nothing else may be written to it meanwhile.
        file: what to send; all of it is in one file (``is_plain``).
        executor: where the file is read.
        timeout_s: for how long a client may take nothing.
        meter: hears how quickly the client takes them.
    """

    def __init__(
        self,
        transport: asyncio.Transport,
        file: Readable,
        executor: Executor,
        *,
        timeout_s: float,
        meter: Meter | None,
    ) -> None:
        self._transport = transport
        self._file = file
        self._executor = executor
        self._timeout_s = timeout_s
        self._meter = meter

    async def push(self, part: ByteRange) -> None:
        """Send a part of the file.

        Raises:
            ConnectionError: the client has gone, or the file has changed.
            TimeoutError: the client takes nothing.
        """
        # of its own: a transport lets nobody else watch its own descriptor
        line = os.dup(self._transport.get_extra_info("socket").fileno())
        at, end, began = part.offset, part.offset + part.length, time.monotonic()
        try:
            while self._transport.get_write_buffer_size():
                await self._wait(line)
            while at < end:
                taken = await self._step(line, at, end - at)
                at += taken
                if taken and self._meter is not None:
                    self._meter.sent(taken, time.monotonic() - began)
                    began = time.monotonic()
                if at < end:
                    if self._meter is not None:
                        self._meter.sending(min(end - at, TOLD_BYTES))
                    await self._wait(line)
        finally:
            os.close(line)
            if at < end and self._meter is not None:
                self._meter.sent(0, 0.0)

    async def _step(self, line: int, offset: int, count: int) -> int:
        if self._transport.is_closing():
            raise ConnectionResetError
        return await to_the_end(self._executor, _push, self._file, line, offset, count)

    async def _wait(self, line: int) -> None:
        """Wait until the connection takes bytes."""
        loop, end = asyncio.get_running_loop(), time.monotonic() + self._timeout_s
        ready = asyncio.Event()
        loop.add_writer(line, ready.set)
        try:
            while not ready.is_set():
                if self._transport.is_closing():
                    raise ConnectionResetError
                left_s = end - time.monotonic()
                if left_s <= 0:
                    raise TimeoutError
                await _happens(ready, min(left_s, LOOK_S))
        finally:
            loop.remove_writer(line)


async def to_the_end(
    executor: Executor, work: Callable[[*Arguments], Result], *arguments: *Arguments
) -> Result:
    """Do work on a thread; also when cancelled, it is done before what it uses is closed."""
    step = asyncio.get_running_loop().run_in_executor(executor, work, *arguments)
    try:
        return await asyncio.shield(step)
    except asyncio.CancelledError:
        await asyncio.wait([step])
        raise


async def _happens(event: asyncio.Event, limit_s: float) -> None:
    """Wait for an event, or until the time is over."""
    try:
        async with asyncio.timeout(limit_s):
            await event.wait()
    except TimeoutError:
        return


def _push(file: Readable, line: int, offset: int, count: int) -> int:
    """Return how many bytes a connection took; 0 when it takes none now.

    Raises:
        ConnectionError: the client has gone, or the file has changed.
    """
    try:
        descriptor, place = file.plain(offset)
    except (OSError, FileChangedError) as error:
        raise FileWentError from error
    try:
        taken = os.sendfile(line, descriptor, place, min(count, STEP_BYTES))
    except BlockingIOError:
        return 0
    if not taken:
        raise FileWentError
    return taken


class FileWentError(ConnectionResetError):
    """What was registered is not there any more; the connection is to be closed."""
