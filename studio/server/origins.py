"""Other web origins that the user let in by name: their pages may use streams, and nothing else.

Without any, no answer has a CORS header and preflight requests get 405. Source: the Fetch
standard (CORS protocol), RFC 6454 (origins), "Private Network Access" for preflights from the
web to this machine.
"""

import re
from collections.abc import Iterable, Mapping

from aiohttp import hdrs
from aiohttp.web import BaseRequest, RequestKey, Response

from studio.errors import InputError
from studio.server.answers import plain

EXPOSED = "Accept-Ranges, Content-Length, Content-Range, ETag"
ASKED = "Content-Type, If-None-Match, If-Range, Range"
METHODS = "GET, HEAD, POST"
PREFLIGHT_S = 600
FURTHER: RequestKey[Mapping[str, str]] = RequestKey("further_headers", Mapping)
"""Key of a request under which headers for its answer are kept, whoever gives that."""

_ORIGIN = re.compile(r"https?://(?:[a-z0-9_-]+(?:\.[a-z0-9_-]+)*|\[[0-9a-f:]+\])(?::([0-9]{1,5}))?")
_USUAL_PORTS = {"http": "80", "https": "443"}


def read_origins(given: Iterable[str]) -> frozenset[str]:
    """Return origins as browsers write them: scheme, host and port, nothing else.

    Args:
        given: ``https://example.test``, ``http://localhost:8000``; ``null`` for pages without
            an origin, such as local files.

    Raises:
        InputError: one is no origin; ``*`` is none either.
    """
    return frozenset(_read(origin) for origin in given)


def _read(origin: str) -> str:
    if origin == "null":
        return origin
    lower = origin.strip().lower()
    found = _ORIGIN.fullmatch(lower)
    port = found.group(1) if found else None
    if found is None or (port is not None and not 0 < int(port) < 65536):
        raise InputError(
            f"{origin[:80]!r} is not the origin of a web page.",
            hint="Write it as in https://example.test or http://localhost:8000, without a path.",
        )
    scheme, host = lower.split("://")
    is_usual = port is not None and int(port) == int(_USUAL_PORTS[scheme])
    return lower.rpartition(":")[0] if is_usual else f"{scheme}://{host}"


def is_preflight(request: BaseRequest) -> bool:
    """Tell whether a browser asks beforehand what a page of another origin may do."""
    asks = hdrs.ACCESS_CONTROL_REQUEST_METHOD in request.headers
    return request.method == "OPTIONS" and asks


def preflight_answer(request: BaseRequest) -> Response:
    """Answer such a question of an origin that was let in."""
    headers = {
        "Access-Control-Allow-Methods": METHODS,
        "Access-Control-Allow-Headers": ASKED,
        "Access-Control-Max-Age": str(PREFLIGHT_S),
    }
    if request.headers.get("Access-Control-Request-Private-Network") == "true":
        headers["Access-Control-Allow-Private-Network"] = "true"
    return plain(204, headers=headers)


def headers_for(origin: str | None) -> Mapping[str, str]:
    """Return what every answer of a service carries while some origin is let in.

    Args:
        origin: who asks, when it is one of those.
    """
    headers = {"Vary": "Origin"}
    if origin is not None:
        headers["Access-Control-Allow-Origin"] = origin
        headers["Access-Control-Expose-Headers"] = EXPOSED
    return headers
