"""What clients post: never too much of it, and never waited for without end."""

import asyncio

from aiohttp import hdrs
from aiohttp.web import BaseRequest, Response

from studio.server.answers import plain

BODY_TIMEOUT_S = 10.0
"""For all of it; who sends less keeps a connection from others."""


async def read_body(request: BaseRequest, most_bytes: int) -> bytes | Response:
    """Return what was posted, or a refusal.

    413 when it is too much, 408 when it does not come, 411 when its length is not told.
    """
    if hdrs.TRANSFER_ENCODING in request.headers:
        refusal = plain(411, "A Content-Length is needed.")
        refusal.force_close()
        return refusal
    if (request.content_length or 0) > most_bytes:
        return plain(413)
    body = b""
    try:
        async with asyncio.timeout(BODY_TIMEOUT_S):
            while len(body) <= most_bytes and not request.content.at_eof():
                body += await request.content.read(most_bytes + 1 - len(body))
    except TimeoutError:
        refusal = plain(408)
        refusal.force_close()
        return refusal
    return body if len(body) <= most_bytes else plain(413)
