"""Who may ask: the checks that every request passes before anything is looked up."""

import hmac
import re
from collections.abc import Callable, Mapping

from aiohttp import hdrs
from aiohttp.web import BaseRequest

from studio.server.guests import DOOR, Guests

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; media-src 'self' blob:; "
    "connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'; object-src 'none'"
)

PAGE_POLICIES: Mapping[str, str] = {
    "room/library.html": f"{CONTENT_SECURITY_POLICY}; worker-src blob:",
}
"""Pages with a policy of their own: players of the user's begin workers from their own text."""

SECURITY_HEADERS: Mapping[str, str] = {
    "Server": "",
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}
"""On every answer, errors included."""

MAX_TARGET_CHARACTERS = 2048
_KEY = re.compile(r"[A-Za-z0-9+/]{21}[AQgw]==")
"""16 bytes in base64."""


def page_headers(name: str) -> dict[str, str]:
    """Return the security headers of one of the player's own files."""
    headers = dict(SECURITY_HEADERS)
    headers["Content-Security-Policy"] = PAGE_POLICIES.get(name, CONTENT_SECURITY_POLICY)
    return headers


class Guard:
    """Checks Host, token, Origin and Sec-Fetch-Site, in this order.

    Args:
        token: the secret part of the path, new in each run.
        host: what the Host header must say: the address listened on and its port.
        shared_with: further origins (see ``read_origins``) whose pages may ask services.
        is_service: tells whether the first part of a path below the token is a service's.
        guests: browsers with a secret of their own; None: none.
    """

    def __init__(
        self,
        token: str,
        host: str,
        *,
        shared_with: frozenset[str] = frozenset(),
        is_service: Callable[[str], bool] = lambda _: False,
        guests: Guests | None = None,
    ) -> None:
        self._token = token.encode()
        self._guests = guests or Guests()
        self._host = host
        self._origin = f"http://{self._host}"
        self._shared_with = shared_with
        self._is_service = is_service

    def refuse(self, request: BaseRequest) -> int | None:
        """Return the status to refuse with, or None when the request may go on."""
        if request.raw_path[:1] != "/" or len(request.raw_path) > MAX_TARGET_CHARACTERS:
            return 400
        hosts = request.headers.getall(hdrs.HOST, [])
        if len(hosts) != 1 or hosts[0].lower() != self._host:
            return 421
        if not self._token_is_right(request):
            return 404
        if not _handshake_is_right(request):
            return 400
        if self.shared_origin(request) is not None:
            return None
        if any(origin != self._origin for origin in request.headers.getall(hdrs.ORIGIN, [])):
            return 403
        return None if self._site_is_right(request) else 403

    def shared_origin(self, request: BaseRequest) -> str | None:
        """Return the further origin that asks a service with this request, if one does.

        Only its own header says so: a request of another site without one stays refused.
        """
        origins = request.headers.getall(hdrs.ORIGIN, [])
        is_named = len(origins) == 1 and origins[0] in self._shared_with
        return origins[0] if is_named and self.is_shared(request) else None

    def is_shared(self, request: BaseRequest) -> bool:
        """Tell whether some further origin may ask for what this request asks for."""
        parts = request.raw_path.split("?", 1)[0].split("/", 4)
        return bool(self._shared_with) and len(parts) > 3 and self._is_service(parts[3])

    def _token_is_right(self, request: BaseRequest) -> bool:
        door = door_of(request)
        if door is not None:
            return self._guests.is_open(door)
        given = token_of(request)
        is_ours = hmac.compare_digest(given.encode("utf-8", "surrogateescape"), self._token)
        return is_ours or self._guests.is_known(given)

    def _site_is_right(self, request: BaseRequest) -> bool:
        sites = request.headers.getall("Sec-Fetch-Site", [])
        if all(site in {"same-origin", "none"} for site in sites):
            return True
        return sites == ["cross-site"] and _opens_a_page(request)


def token_of(request: BaseRequest) -> str:
    """Return the secret that a request names, "" for none."""
    parts = request.raw_path.split("?", 1)[0].split("/", 3)
    return parts[2] if len(parts) == 4 and parts[1] == "t" else ""


def door_of(request: BaseRequest) -> str | None:
    """Return the name of the door that a request wants to go through."""
    match request.raw_path.split("/"):
        case ["", where, name] if where == DOOR:
            return name
    return None


def _handshake_is_right(request: BaseRequest) -> bool:
    """Tell whether a request for a WebSocket, if it is one, is whole. Source: RFC 6455 4.2.1."""
    upgrades = request.headers.getall(hdrs.UPGRADE, [])
    if not any(upgrade.strip().lower() == "websocket" for upgrade in upgrades):
        return True
    keys = request.headers.getall(hdrs.SEC_WEBSOCKET_KEY, [])
    versions = request.headers.getall(hdrs.SEC_WEBSOCKET_VERSION, [])
    return (
        request.method == "GET"
        and len(upgrades) == len(keys) == 1
        and _KEY.fullmatch(keys[0]) is not None
        and versions == ["13"]
        and "upgrade" in ",".join(request.headers.getall(hdrs.CONNECTION, [])).lower()
    )


def _opens_a_page(request: BaseRequest) -> bool:
    """Tell whether a browser opens one of our pages as a window of its own.

    A browser is sent to the check page by a private local file, so that the token is on
    no command line (which other users of the machine can read); a browser calls that
    cross-site. The sender can read nothing of such a page: it is not framed
    (``frame-ancestors``) and has no opener (``Cross-Origin-Opener-Policy``).
    """
    is_page = request.raw_path.split("?", 1)[0].endswith((".html", "/page"))
    return (
        request.method == "GET"
        and request.headers.get("Sec-Fetch-Mode") == "navigate"
        and request.headers.get("Sec-Fetch-Dest") == "document"
        and (is_page or door_of(request) is not None)
    )
