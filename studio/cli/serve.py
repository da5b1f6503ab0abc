"""``mse-studio serve``: files and live sources for any player, in the foreground, until Ctrl-C."""

import argparse
import contextlib
import errno
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from rich.text import Text

from studio import paths
from studio.cli.console import (
    print_json,
    print_line,
    print_notice,
    print_problem,
    stderr_console,
)
from studio.cli.context import Context
from studio.cli.interruption import Interruption, interruption
from studio.cli.serve_options import refuse_wrong_usage
from studio.cli.serve_shapes import print_served, served_json
from studio.cli.serve_source import encoding_of, list_devices
from studio.cli.serve_streams import Serving
from studio.cli.serve_watch import Watch
from studio.errors import StudioError, ToolError
from studio.preview.opening import RoomWishes
from studio.server.app import LOOPBACK, MediaServer
from studio.streams.book import StreamBook
from studio.streams.book_live import WindowWishes
from studio.streams.names import StreamAddress
from studio.streams.recording import Recorded
from studio.streams.status import StreamState
from studio.streams.window import DEFAULT_LENGTH_S, DEFAULT_SEGMENT_S

LOOK_S = 0.5


def serve_files(options: argparse.Namespace, context: Context) -> int:
    """Offer files and a source as streams, print their URLs, and serve until told to stop.

    Ends with 0 after Ctrl-C, TERM or ``--for``, and when everything has ended as it should;
    with 1 when nothing is left to serve because something failed.
    """
    refuse_wrong_usage(options)
    if options.list_devices:
        return list_devices(context, json=options.json)
    encoding = encoding_of(options) if options.source is not None else None
    wishes = _wishes(context, needs_ffmpeg=encoding is not None)
    with interruption() as noted, contextlib.ExitStack() as stack:
        server = stack.enter_context(_listening(options))
        book = StreamBook(
            server, ffmpeg=wishes.ffmpeg, on_recorded=_tell_recording, window=_window(options)
        )
        stack.callback(book.close)
        serving = Serving(server, book, options, encoding, wishes)
        stack.callback(serving.close)
        if not _prepared(serving, book, noted, shown=not (options.quiet or options.json)):
            return 0
        _tell(options, server, serving)
        return _serve(options, book, serving, noted)


def _wishes(context: Context, *, needs_ffmpeg: bool) -> RoomWishes:
    """Return what rooms are opened with; without ffmpeg they show less.

    Raises:
        ToolError: there is no ffmpeg, and it is needed.
    """
    try:
        ffmpeg: Path | None = context.ffmpeg().path
    except ToolError:
        if needs_ffmpeg:
            raise
        ffmpeg = None
    chosen = context.settings.libraries_dir
    return RoomWishes(ffmpeg=ffmpeg, libraries_dir=Path(chosen) if chosen else None)


def _listening(options: argparse.Namespace) -> MediaServer:
    """Return a server that listens.

    Raises:
        StudioError: the port is taken, or the address is not this machine's.
    """
    _refuse_taken(options.address, options.port)
    server = MediaServer(
        paths.resources_dir() / "player",
        port=options.port,
        address=options.address,
        allow_origins=options.allow_origin,
    )
    return server.start()


def _refuse_taken(address: str, port: int) -> None:
    """Try address and port before the server does, to say which of them is the trouble.

    Raises:
        StudioError: nobody can listen there.
    """
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as trial:
        if sys.platform != "win32":  # as asyncio does: one that was closed just now counts as free
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((address, port))
        except OSError as error:
            raise _not_to_be_had(address, port, error) from error


def _not_to_be_had(address: str, port: int, error: OSError) -> StudioError:
    if error.errno == errno.EADDRNOTAVAIL:
        return StudioError(
            f"{address} is no address of this machine.",
            hint=f"Leave --address out to serve on {LOOPBACK} only.",
            detail=str(error),
        )
    what = "is taken by another program" if error.errno == errno.EADDRINUSE else "cannot be used"
    return StudioError(
        f"Port {port} {what}.",
        hint="Choose another with --port, or leave it out: a free one is found then.",
        detail=str(error),
    )


def _window(options: argparse.Namespace) -> WindowWishes:
    return WindowWishes(
        options.window_seconds or DEFAULT_LENGTH_S, options.segment_seconds or DEFAULT_SEGMENT_S
    )


def _prepared(serving: Serving, book: StreamBook, noted: Interruption, *, shown: bool) -> bool:
    """Offer everything, on another thread, so that a signal is heeded; False when one came.

    Raises:
        StudioError: something cannot be offered, or everything failed.
    """
    problems: list[Exception] = []
    done = threading.Event()

    def prepare() -> None:
        try:
            serving.offer_all(noted.event)
        except Exception as problem:  # noqa: BLE001  (raised where it is waited)
            problems.append(problem)
        finally:
            done.set()

    thread = threading.Thread(target=prepare, name="serve-offer")
    thread.start()
    with _patience(shown=shown) as show:
        while not done.wait(0.05):
            show(book.copying())
            if noted.came():
                book.close()
                break
    thread.join()
    if noted.came():
        return False
    if problems:
        raise problems[0]
    return True


@contextlib.contextmanager
def _patience(*, shown: bool) -> Iterator[Callable[[tuple[str, float] | None], None]]:
    """Say on a terminal which file is being copied, and how far that is."""
    console = stderr_console()
    if not (shown and console.is_terminal):
        yield lambda _copying: None
        return
    with console.status("Reading") as line:

        def show(copying: tuple[str, float] | None) -> None:
            if copying is not None:
                line.update(Text(f"{copying[0]}: making a repaired copy, {copying[1]:.0%}"))

        yield show


def _tell(options: argparse.Namespace, server: MediaServer, serving: Serving) -> None:
    """Print where everything is, and who can reach it."""
    is_open = options.address != LOOPBACK
    warning = (
        f"Others on the network can reach {options.address}: whoever has one of these URLs can "
        "watch all that is offered here, for as long as this runs."
    )
    files, streams = serving.files(), serving.streams()
    if options.json:
        print_json(served_json(server.base_url, files, streams))
        if is_open:
            print_notice(warning)
        return
    print_served(files, streams)
    print_line(warning if is_open else "Serving on this machine only.")
    print_line("Press Ctrl-C to stop.")


def _serve(
    options: argparse.Namespace, book: StreamBook, serving: Serving, noted: Interruption
) -> int:
    until = time.monotonic() + (options.for_seconds or float("inf"))
    show = not (options.quiet or options.json)  # a program reads the status address
    with Watch(events=show, figures=show) as watch:
        while watch.look(statuses := book.statuses()):
            for address, problem in serving.folder_problems():
                print_problem(problem, subject=f"{address}: folder")
            left = until - time.monotonic()
            if left <= 0 or noted.event.wait(min(LOOK_S, left)):
                return 0
    return 1 if any(status.state is StreamState.FAILED for status in statuses) else 0


def _tell_recording(address: StreamAddress, result: Recorded | StudioError) -> None:
    if isinstance(result, StudioError):
        print_problem(result, subject=f"{address}: recording")
    else:
        print_notice(f"{address}: recorded {result.path}")
