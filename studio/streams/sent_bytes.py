"""Answers made of bytes that are in memory, handed to the line in blocks, with who takes them."""

import asyncio
import time
from collections.abc import Iterable, Sequence

from aiohttp.web import BaseRequest, StreamResponse

from studio.server.guard import SECURITY_HEADERS
from studio.server.sending import BLOCK_BYTES, WRITE_TIMEOUT_S, Meter


async def send_bytes(
    request: BaseRequest, parts: Sequence[bytes], content_type: str, meter: Meter | None = None
) -> StreamResponse:
    """Answer with these bytes; a connection that is lost or stuck is closed.

    Args:
        request: GET or HEAD.
        parts: the body, in order.
        content_type: of the body.
        meter: hears how quickly it is taken.
    """
    size = sum(map(len, parts))
    headers = {**SECURITY_HEADERS, "Content-Type": content_type, "Content-Length": str(size)}
    response = StreamResponse(headers=headers)
    await response.prepare(request)
    if request.method == "HEAD":
        return response
    try:
        for block in _blocks(parts):
            await _write(response, block, meter)
        await response.write_eof()
    except ConnectionError:
        if request.transport is not None:
            request.transport.close()
    except TimeoutError:
        if request.transport is not None:
            request.transport.abort()
    return response


def _blocks(parts: Iterable[bytes]) -> Iterable[memoryview]:
    for part in parts:
        view = memoryview(part)
        for at in range(0, len(view), BLOCK_BYTES):
            yield view[at : at + BLOCK_BYTES]


async def _write(response: StreamResponse, block: memoryview, meter: Meter | None) -> None:
    began, taken = time.monotonic(), 0
    if meter is not None:
        meter.sending(len(block))
    try:
        async with asyncio.timeout(WRITE_TIMEOUT_S):
            await response.write(bytes(block))
        taken = len(block)
    finally:
        if meter is not None:
            meter.sent(taken, time.monotonic() - began)
