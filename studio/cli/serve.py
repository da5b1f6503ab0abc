"""``mse-studio serve``: the local server in the foreground, until Ctrl-C."""

import argparse
import signal
import threading

from studio import paths
from studio.cli.console import print_json, print_line
from studio.cli.context import Context
from studio.segments.model import SegmentMap
from studio.segments.reader import read_segment_map
from studio.server.app import MediaServer


def serve_files(options: argparse.Namespace, _context: Context) -> int:
    """Serve the files on 127.0.0.1 and print their URLs; end cleanly on Ctrl-C or TERM."""
    maps = [read_segment_map(path) for path in options.files]
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    with MediaServer(paths.resources_dir() / "player", port=options.port) as server:
        files = [_urls(server, found) for found in maps]
        if options.json:
            print_json({"base_url": server.base_url, "files": [*files]})
        else:
            _print_urls(files)
        stop.wait()
    return 0


def _urls(server: MediaServer, segment_map: SegmentMap) -> dict[str, str]:
    file_id = server.add_file(segment_map)
    return {
        "path": str(segment_map.path),
        "mime": segment_map.mime,
        "player": server.player_url(file_id),
        "index": server.index_url(file_id),
        "file": server.file_url(file_id),
    }


def _print_urls(files: list[dict[str, str]]) -> None:
    for urls in files:
        print_line(f"{urls['path']}\n  watch: {urls['player']}")
    print_line("Serving on this machine only. Press Ctrl-C to stop.")
