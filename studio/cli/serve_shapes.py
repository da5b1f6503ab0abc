"""What ``serve`` prints once everything can be reached: one JSON object, or a line for each URL."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from studio.cli.console import print_line
from studio.cli.shapes import Json
from studio.segments.model import SegmentMap
from studio.streams.links import StreamLinks
from studio.streams.status import StreamStatus

_LABELS: Mapping[str, str] = {
    "player": "watch",
    "page": "plain page",
    "live": "live socket",
    "index": "index",
    "init": "init",
    "segments": "segments",
    "file": "whole file",
    "playlist": "HLS",
    "manifest": "DASH",
    "status": "status",
}
"""What each URL is called for people, in the order of printing."""

_WIDTH = max(map(len, ("preview room", *_LABELS.values())))


@dataclass(frozen=True, slots=True)
class ServedFile:
    """A file, its preview room, its VOD stream, and its shared live stream if there is one."""

    path: Path
    source_map: SegmentMap
    room: str
    links: StreamLinks
    status: StreamStatus
    live: StreamLinks | None = None


@dataclass(frozen=True, slots=True)
class ServedStream:
    """A live stream: of a source, or of a file that all watch at the same moment.

    ``source`` is ``test``, ``camera``, ``screen``, ``microphone`` or ``file``.
    """

    source: str
    path: Path | None
    links: StreamLinks
    status: StreamStatus
    folder: Path | None = None


def served_json(
    base_url: str, files: Iterable[ServedFile], streams: Iterable[ServedStream]
) -> Json:
    """Return the object that ``--json`` prints; an interface: keys stay."""
    return {
        "base_url": base_url,
        "files": [_file_json(file) for file in files],
        "streams": [_stream_json(stream) for stream in streams],
    }


def _file_json(file: ServedFile) -> Json:
    told: Json = {
        "path": str(file.path),
        "mime": file.status.mime or file.source_map.mime,
        **_stream_urls(file.links),
        "player": file.room,
        "live": None,
        "live_address": None,
        "live_page": None,
        "live_playlist": None,
        "live_manifest": None,
        "live_status": None,
        **_state(file.status),
    }
    if file.live is not None:
        shared = file.live.as_json()
        told |= {"live": shared["live"], "live_page": shared["player"]}
        told |= {f"live_{key}": shared[key] for key in ("address", *_WAYS)}
    return told


_WAYS = ("playlist", "manifest", "status")


def _stream_json(stream: ServedStream) -> Json:
    return {
        "source": stream.source,
        "path": None if stream.path is None else str(stream.path),
        "mime": stream.status.mime or None,
        **_stream_urls(stream.links),
        "folder": None if stream.folder is None else str(stream.folder),
        **_state(stream.status),
    }


def _stream_urls(links: StreamLinks) -> Json:
    return {"name": links.address.name, "stream_page": links.player, **links.as_json()}


def _state(status: StreamStatus) -> Json:
    return {"state": status.state.value, "reason": status.reason}


def print_served(files: Iterable[ServedFile], streams: Iterable[ServedStream]) -> None:
    """Print every stream for people: its address, then one aligned line for each URL."""
    for file in files:
        _print_stream(file.links, file.status, str(file.path), room=file.room)
    for stream in streams:
        what = stream.source if stream.path is None else str(stream.path)
        _print_stream(stream.links, stream.status, what)
        if stream.folder is not None:
            print_line(f"  {'folder':{_WIDTH}}  {stream.folder}")


def _print_stream(links: StreamLinks, status: StreamStatus, what: str, *, room: str = "") -> None:
    print_line(f"{links.address}  {what}  {status.mime}".rstrip())
    if links.note or status.reason:
        print_line(f"  {links.note or status.reason}")
    if room:
        print_line(f"  {'preview room':{_WIDTH}}  {room}")
    urls = links.as_json()
    for key, label in _LABELS.items():
        if urls[key]:
            print_line(f"  {label:{_WIDTH}}  {urls[key]}")
