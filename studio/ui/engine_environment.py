"""What the embedded engine's environment may hold: nothing that others put there.

Variables can open the engine's debugger to every program of the machine, take its sandbox
away, or have it load libraries and plugins from elsewhere. Knows no Qt. Source: faults.md
5.2, V1, V2 and V4.
"""

import logging
import os
import sys
from collections.abc import MutableMapping
from pathlib import Path

from studio import paths
from studio.errors import EngineError

log = logging.getLogger(__name__)

SANDBOX_VARIABLE = "QTWEBENGINE_DISABLE_SANDBOX"
FLAGS_VARIABLE = "QTWEBENGINE_CHROMIUM_FLAGS"
INJECTED = (
    "QTWEBENGINE_REMOTE_DEBUGGING",
    FLAGS_VARIABLE,
    "LD_PRELOAD",
    "LD_AUDIT",
    "DYLD_INSERT_LIBRARIES",
)
"""Removed in a packaged program, whatever they say."""

PLACES = (
    "QT_PLUGIN_PATH",
    "QT_QPA_PLATFORM_PLUGIN_PATH",
    "QML_IMPORT_PATH",
    "QML2_IMPORT_PATH",
    "QTWEBENGINEPROCESS_PATH",
    "QTWEBENGINE_RESOURCES_PATH",
    "QTWEBENGINE_LOCALES_PATH",
)
"""Where Qt loads from: a packaged program sets some of them itself, to places inside itself."""

OWN_FLAGS = (
    # WebRTC would send to any address without asking the guard of requests.
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    # Neither does it see connections made in advance, nor the name lookups for them.
    '--host-resolver-rules="MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"',
)
"""Source: measured with Qt WebEngine 6.11.3, see tests/e2e/test_web_view_network.py."""


def clean_environment(environment: MutableMapping[str, str], bundle: Path) -> list[str]:
    """Take out what could change a packaged program, and return the names.

    Args:
        environment: is changed.
        bundle: the folder the program came in; its own places may stay.
    """
    own = {FLAGS_VARIABLE: " ".join(OWN_FLAGS)}
    changed = [n for n in INJECTED if n in environment and environment[n] != own.get(n)]
    for name in changed:
        del environment[name]
    for name in PLACES:
        given = environment.get(name)
        if given is None:
            continue
        kept = os.pathsep.join(e for e in given.split(os.pathsep) if _is_inside(e, bundle))
        if kept != given:
            changed.append(name)
        if kept:
            environment[name] = kept
        else:
            del environment[name]
    return changed


def clean_own_environment() -> None:
    """Clean the environment of a packaged program; to be called before Qt is used."""
    if paths.is_frozen():
        changed = clean_environment(os.environ, paths.resources_dir().parent)
        if changed:
            log.warning("ignored from the environment: %s", ", ".join(changed))


def ensure_engine_may_start() -> None:
    """Check and set the environment before the first view is made.

    Raises:
        EngineError: Chromium would end the whole program, or run without its sandbox.
    """
    if _is_root() and not os.environ.get(SANDBOX_VARIABLE):
        raise EngineError(
            "The embedded engine does not run as root.",
            hint="Start MSE Studio as an ordinary user.",
            detail=f"Chromium's sandbox refuses root; {SANDBOX_VARIABLE}=1 turns it off.",
        )
    clean_own_environment()
    if paths.is_frozen() and not _is_root() and os.environ.pop(SANDBOX_VARIABLE, ""):
        log.warning("%s was ignored", SANDBOX_VARIABLE)
    given = os.environ.get(FLAGS_VARIABLE, "")
    missing = [flag for flag in OWN_FLAGS if flag not in given]
    os.environ[FLAGS_VARIABLE] = " ".join(filter(None, (given, *missing)))


def _is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0


def _is_inside(place: str, folder: Path) -> bool:
    """Tell whether a place is in the bundle; on macOS its parts stand side by side."""
    root = folder.parent if sys.platform == "darwin" else folder
    return bool(place) and Path(place).resolve().is_relative_to(root.resolve())
