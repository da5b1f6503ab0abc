"""Where a stream is found: the URLs of everything that it offers."""

from dataclasses import asdict, dataclass

from studio.server.app import MediaServer
from studio.streams.names import StreamAddress, StreamKind
from studio.streams.service import stream_path


@dataclass(frozen=True, slots=True)
class Offered:
    """What a stream offers. ``suffix`` is ``.webm``, ``.mp4``, or empty while that is not known.

    ``note`` is a sentence for the user about what is streamed, empty when there is none: that
    it is a repaired copy, or why there is no playlist.
    """

    suffix: str = ""
    playlist: bool = False
    manifest: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class StreamLinks:
    """URLs of one stream, all secret; empty where it does not offer such a thing.

    ``player`` is our page, ``page`` the plain page of the chunk protocol (VOD), ``index`` JSON
    that says how it is cut, ``init`` the newest init segment, ``segments`` JSON that
    lists the media segments, ``file`` the whole by byte range (VOD), ``playlist`` HLS,
    ``manifest`` DASH, ``live`` the WebSocket of a live stream (``ws://``), ``status`` JSON, or
    pushed when it is opened as a WebSocket.
    """

    address: StreamAddress
    player: str
    status: str
    page: str = ""
    index: str = ""
    init: str = ""
    segments: str = ""
    file: str = ""
    playlist: str = ""
    manifest: str = ""
    live: str = ""
    note: str = ""

    def as_json(self) -> dict[str, str | None]:
        """Return it for ``serve --json``; null where it is empty. An interface: keys stay."""
        told = asdict(self)
        told["address"] = str(self.address)
        return {name: value or None for name, value in told.items()}


def links_of(server: MediaServer, address: StreamAddress, offered: Offered) -> StreamLinks:
    """Return the URLs of a stream on a server that listens."""
    base = f"{server.base_url}/{stream_path(address)}"
    is_vod = address.kind is StreamKind.VOD
    way = "segments" if is_vod else "socket"
    return StreamLinks(
        address,
        player=server.page_url("stream/index.html", stream=stream_path(address), way=way),
        status=f"{base}/status",
        page=f"{base}/page" if is_vod else "",
        index=f"{base}/index.json",
        init=f"{base}/init{offered.suffix}" if offered.suffix else "",
        segments=f"{base}/segments",
        file=f"{base}/file{offered.suffix}" if is_vod else "",
        playlist=f"{base}/hls/master.m3u8" if offered.playlist else "",
        manifest=f"{base}/dash/manifest.mpd" if offered.manifest else "",
        live="" if is_vod else f"{base.replace('http', 'ws', 1)}/socket",
        note=offered.note,
    )
