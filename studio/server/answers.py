"""Short answers, each with every security header."""

from collections.abc import Mapping

from aiohttp.web import Response

from studio.server.guard import SECURITY_HEADERS


def plain(status: int, text: str = "", headers: Mapping[str, str] | None = None) -> Response:
    """Return a short answer with every security header."""
    return Response(
        status=status,
        text=text,
        content_type="text/plain",
        headers={**SECURITY_HEADERS, **(headers or {})},
    )


def json_answer(body: bytes) -> Response:
    """Return JSON with every security header."""
    headers = {**SECURITY_HEADERS, "Content-Type": "application/json"}
    return Response(body=body, headers=headers)
