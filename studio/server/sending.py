"""Bytes of a file on their way to a client: in blocks, at a pace, with an eye on slow readers."""

import asyncio
import logging
import time
from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from typing import Protocol

from aiohttp.web import BaseRequest, StreamResponse

from studio.server.media import FileChangedError, Served
from studio.server.ranges import ByteRange
from studio.server.zero_copy import FileWentError, Meter, Pusher, can_push, to_the_end

__all__ = ["BLOCK_BYTES", "PLAINLY", "WRITE_TIMEOUT_S", "Carriage", "Manner", "Meter", "Sending"]

log = logging.getLogger(__name__)

BLOCK_BYTES = 256 * 1024
WRITE_TIMEOUT_S = 60.0


class Carriage(Protocol):
    """Lets the bytes of one answer through, at its own pace."""

    async def allow(self, count: int) -> int:
        """Wait until the next bytes may leave; return how many, 0 to end the connection."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How an answer differs from a plain one: its pace, its type, what it makes of ranges."""

    carriage: Carriage | None = None
    content_type: str = ""
    heeds_ranges: bool = True
    meter: Meter | None = None


PLAINLY = Manner()


@dataclass(frozen=True, slots=True)
class Sending:
    """One answer's body: these parts of a file, in this order."""

    request: BaseRequest
    response: StreamResponse
    file: Served
    parts: Sequence[ByteRange]
    manner: Manner
    executor: Executor

    async def send(self) -> None:
        """Send everything; a connection that is lost, stuck or to be cut is closed."""
        transport = self.request.transport
        try:
            whole = await self._send_all(transport)
        except FileWentError:
            log.warning("a served file changed while it was read")
            whole = False
        except ConnectionError:
            whole = False
        except TimeoutError:
            whole = False
            if transport is not None:
                transport.abort()  # what waits to be sent would keep it open
        if whole:
            await self.response.write_eof()
        elif transport is not None:
            transport.close()

    async def _send_all(self, transport: asyncio.Transport | None) -> bool:
        """Send every part; False when it is to end before all of them were sent."""
        is_direct = self.manner.carriage is None and self.file.is_plain
        if transport is not None and is_direct and can_push(transport):
            pusher = Pusher(
                transport,
                self.file,
                self.executor,
                timeout_s=WRITE_TIMEOUT_S,
                meter=self.manner.meter,
            )
            for part in self.parts:
                await pusher.push(part)
            return True
        for part in self.parts:
            if not await self._copy(part):
                return False
        return True

    async def _copy(self, part: ByteRange) -> bool:
        """Send a part of the file; False when it is to end before all of it was sent."""
        at, end = part.offset, part.offset + part.length
        while at < end:
            count = min(end - at, BLOCK_BYTES)
            block = await to_the_end(self.executor, _read, self.file, at, count)
            if not block:
                raise FileWentError
            at += len(block)
            if not await self._send(block):
                return False
        return True

    async def _send(self, block: bytes) -> bool:
        carriage, at = self.manner.carriage, 0
        while at < len(block):
            count = len(block) - at
            if carriage is not None:
                count = await carriage.allow(count)
                if not count:
                    return False
            await self._write(block[at : at + count])
            at += count
        return True

    async def _write(self, data: bytes) -> None:
        meter, began, taken = self.manner.meter, time.monotonic(), 0
        if meter is not None:
            meter.sending(len(data))
        try:
            async with asyncio.timeout(WRITE_TIMEOUT_S):
                await self.response.write(data)
            taken = len(data)
        finally:
            if meter is not None:
                meter.sent(taken, time.monotonic() - began)


def _read(file: Served, offset: int, count: int) -> bytes:
    """Return bytes, none when there are no more of what was registered."""
    try:
        file.seek(offset)
        return file.read(count)
    except (OSError, FileChangedError):
        return b""
