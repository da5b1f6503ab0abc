"""``mse-studio serve``: the local server in the foreground, until Ctrl-C."""

import argparse
import contextlib
import signal
import threading
from pathlib import Path

from studio import paths
from studio.cli.console import print_json, print_line
from studio.cli.context import Context
from studio.errors import ToolError
from studio.preview.opening import RoomWishes, open_room
from studio.segments.model import SegmentMap
from studio.segments.reader import read_segment_map
from studio.server.app import MediaServer


def serve_files(options: argparse.Namespace, context: Context) -> int:
    """Serve the files on 127.0.0.1 and print their URLs; end cleanly on Ctrl-C or TERM."""
    maps = [read_segment_map(path) for path in options.files]
    wishes = _wishes(context)
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    with contextlib.ExitStack() as open_things:
        player_dir = paths.resources_dir() / "player"
        server = open_things.enter_context(MediaServer(player_dir, port=options.port))
        files = [_urls(server, found, wishes, open_things) for found in maps]
        if options.json:
            print_json({"base_url": server.base_url, "files": [*files]})
        else:
            _print_urls(files)
        stop.wait()
    return 0


def _wishes(context: Context) -> RoomWishes:
    """Return what rooms are opened with; without ffmpeg they show less."""
    try:
        ffmpeg: Path | None = context.ffmpeg().path
    except ToolError:
        ffmpeg = None
    chosen = context.settings.libraries_dir
    return RoomWishes(ffmpeg=ffmpeg, libraries_dir=Path(chosen) if chosen else None)


def _urls(
    server: MediaServer,
    segment_map: SegmentMap,
    wishes: RoomWishes,
    open_things: contextlib.ExitStack,
) -> dict[str, str]:
    room = open_room(segment_map, wishes)
    open_things.callback(room.close)
    file_id = server.add_file(segment_map)
    return {
        "path": str(segment_map.path),
        "mime": segment_map.mime,
        "player": server.room_url(server.add_room(room)),
        "index": server.index_url(file_id),
        "file": server.file_url(file_id),
    }


def _print_urls(files: list[dict[str, str]]) -> None:
    for urls in files:
        print_line(f"{urls['path']}\n  watch: {urls['player']}")
    print_line("Serving on this machine only. Press Ctrl-C to stop.")
