"""What the packaged application leaves out: parts of Qt that nothing in it can reach.

Used by mse-studio.spec. The lists are by name, so that a new part of Qt stays in until
somebody has looked at it.
"""

import re
from collections.abc import Callable, Iterable
from pathlib import PurePosixPath

Entry = tuple[str, str, str]
"""PyInstaller's triple: place in the bundle, source, kind."""

KEPT_QT_LIBRARIES = frozenset(
    (
        *("Core", "DBus", "Gui", "Network", "OpenGL", "PrintSupport", "Svg", "Widgets"),
        *("Qml", "QmlMeta", "QmlModels", "QmlWorkerScript", "Quick", "QuickWidgets"),
        *("Positioning", "WebChannel", "WebChannelQuick", "WebEngineCore", "WebEngineWidgets"),
        *("XcbQpa", "WaylandClient", "WaylandEglClientHwIntegration", "WlShellIntegration"),
        *("EglFSDeviceIntegration", "Multimedia", "Concurrent"),
    )
)
"""Qt libraries that QtWebEngineWidgets, QtMultimedia or a kept plugin is linked with."""

KEPT_PLUGINS = frozenset(
    (
        *("iconengines", "imageformats", "networkinformation", "platforminputcontexts"),
        *("platforms", "platformthemes", "styles", "tls", "xcbglintegrations"),
        *("wayland-decoration-client", "wayland-graphics-integration-client"),
        *("wayland-shell-integration", "multimedia"),
    )
)
DROPPED_FILES = frozenset(
    (
        "libqgtk3.so",  # drags GTK of the building machine in
        "libqeglfs.so",  # for screens without a window system
        "libqlinuxfb.so",
        "libqvkkhrdisplay.so",
        "libqvnc.so",
        "libqminimalegl.so",
        "libqtvirtualkeyboardplugin.so",
        "libqpdf.so",
        "qpdf.dll",
        "qtwebengine_devtools_resources.pak",
        "qtwebengine_devtools_resources.debug.pak",
    )
)
KEPT_LOCALES = frozenset(("de", "en-GB", "en-US", "es", "fr", "it", "pt-BR", "ru", "zh-CN"))
DROPPED_FOLDERS = ("PySide6/Qt/qml", "PySide6/qml", "PySide6/scripts", "PySide6/examples")

LOADED_BY_NAME = ("libfreebl", "libsoftokn", "libnss", "libssl", "libcrypto", "libpython")
"""Libraries at the bundle's top that are opened while it runs, so no file says it needs them."""

QT_LIBRARY = re.compile(r"^(?:lib)?Qt6(\w+?)(?:\.so(?:\.\d+)*|\.dll)$")
QT_MODULE = re.compile(r"^Qt(\w+?)\.(?:abi3\.so|pyd)$")


def keep(entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries that go into the bundle."""
    return [entry for entry in entries if is_kept(entry[0])]


def is_kept(place: str) -> bool:
    """Tell whether the file at this place of the bundle is needed."""
    path = PurePosixPath(place.replace("\\", "/"))
    if "PySide6" not in path.parts:
        return QT_LIBRARY.match(path.name) is None or _is_kept_library(path)
    if path.name in DROPPED_FILES or str(path).startswith(DROPPED_FOLDERS):
        return False
    if "plugins" in path.parts:
        return path.parts[path.parts.index("plugins") + 1] in KEPT_PLUGINS
    if "qtwebengine_locales" in path.parts:
        return path.stem in KEPT_LOCALES
    if "translations" in path.parts:
        return path.name.startswith("qtbase_")
    return _is_kept_library(path)


def _is_kept_library(path: PurePosixPath) -> bool:
    library = QT_LIBRARY.match(path.name) or QT_MODULE.match(path.name)
    return library is None or library[1] in KEPT_QT_LIBRARIES


def reachable(entries: list[Entry], imports_of: Callable[[str], Iterable[str]]) -> list[Entry]:
    """Leave out the libraries of the building machine that no kept file needs.

    Args:
        entries: what ``keep`` gave.
        imports_of: the names of all the libraries that a file is linked with, at any remove.
    """
    needed: set[str] = set()
    for place, source, kind in entries:
        if kind in ("BINARY", "EXTENSION") and not _is_system_library(place):
            needed.update(imports_of(source))
    for place, source, _ in entries:
        if place.startswith(LOADED_BY_NAME):
            needed.update((place, *imports_of(source)))
    return [e for e in entries if not _is_system_library(e[0]) or e[0] in needed]


def _is_system_library(place: str) -> bool:
    return place.startswith("lib") and "/" not in place and ".so" in place
