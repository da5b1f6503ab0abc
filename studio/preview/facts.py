"""Facts about the file, for the page: ``facts.json``."""

import json
from collections.abc import Mapping

from aiohttp.web import BaseRequest, Response, StreamResponse

from studio.preview.parts import RoomFiles, RoomPart
from studio.server.guard import SECURITY_HEADERS


class FactsPart(RoomPart):
    """Answers ``facts.json``: what does not change while the room is open."""

    prefix = "facts.json"

    def __init__(self, files: RoomFiles) -> None:
        self._files = files
        self.features_of_all: Mapping[str, object] = {}
        """Set once every part is there."""

    async def answer(self, request: BaseRequest, rest: list[str]) -> StreamResponse:
        """Return the facts."""
        found = self._files.segment_map
        facts = {
            "name": found.path.name,
            "mime": found.mime,
            "family": found.family.value,
            "duration_s": float(found.duration_s),
            "size": found.size_bytes,
            "features": dict(self.features_of_all),
        }
        headers = {**SECURITY_HEADERS, "Content-Type": "application/json"}
        return Response(body=json.dumps(facts).encode(), headers=headers)
