"""Entry point: the window, the command line, or one of the hidden helper roles.

Imports are made inside the function on purpose, here and nowhere else: the command line
must start without Qt, and a probe worker without either.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from studio.ui.system_view import SystemView
    from studio.ui.web_view import PlayerView

_INTERRUPTED = 130
_SYSTEMS = ("win32", "darwin")
"""Those with a web view of their own; elsewhere Qt's is the embedded engine once more."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the role that the arguments ask for and return the exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        return _run(given)
    except KeyboardInterrupt:  # while modules were still being loaded
        return _INTERRUPTED


def _run(given: list[str]) -> int:
    role = given[0] if given else ""
    if role == "--probe-worker":
        from studio.media.probe_worker import main as run_probe_worker

        return run_probe_worker(given[1:])
    if role == "--engine-view":
        from studio.ui.engine_view import main as run_engine_view

        return run_engine_view(given[1:])
    if role == "--decoder-picture":
        from studio.ui.decoder_window import main as run_decoder_window

        return run_decoder_window(given[1:])
    if not given or role == "gui":
        from studio.ui.single_instance import take_place

        files = [Path(name) for name in given[1:]]
        place = take_place(files)
        if place is None:  # the window that is open has them; nothing else was loaded
            return 0
        from studio.ui.app import main as run_window

        make_system_view = _make_system_view if _has_system_view() else None
        return run_window(files, _make_web_view, place, make_system_view)
    from studio.cli.commands import main as run_command

    return run_command(given)


def _make_web_view(parent: "QWidget") -> "PlayerView":
    """Make the player's view; called at the first preview, and only then loads the engine."""
    from studio.ui.web_view import PlayerView

    return PlayerView(parent)


def _has_system_view() -> bool:
    """Get the system's own web view ready, where there is one."""
    if sys.platform not in _SYSTEMS:
        return False
    from studio.ui.system_view import prepare

    prepare()
    return True


def _make_system_view(parent: "QWidget") -> "SystemView":
    """Make the system's view; called when the embedded engine cannot decode a file."""
    from studio.ui.system_view import SystemView

    return SystemView(parent)


if __name__ == "__main__":
    sys.exit(main())
