"""The packaged application leaves out what nothing in it can reach, and nothing else."""

from collections.abc import Callable
from types import ModuleType

import pytest

LoadModule = Callable[[str], ModuleType]

KEPT = (
    "PySide6/Qt/lib/libQt6WebEngineCore.so.6",
    "PySide6/Qt/lib/libQt6XcbQpa.so.6",
    "PySide6/Qt6WebEngineCore.dll",
    "PySide6/QtWebEngineWidgets.abi3.so",
    "PySide6/Qt/plugins/platforms/libqxcb.so",
    "PySide6/plugins/platforms/qwindows.dll",
    "PySide6/Qt/libexec/QtWebEngineProcess",
    "PySide6/Qt6Multimedia.dll",
    "PySide6/QtMultimedia.abi3.so",
    "PySide6/Qt/lib/libQt6Concurrent.so.6",
    "PySide6/Qt/lib/libQt6FFmpegStub-ssl.so.3",
    "PySide6/Qt/lib/libavcodec.so.61",
    "PySide6/Qt/plugins/multimedia/libffmpegmediaplugin.so",
    "PySide6/plugins/multimedia/ffmpegmediaplugin.dll",
    "PySide6/Qt/resources/icudtl.dat",
    "PySide6/Qt/translations/qtwebengine_locales/en-US.pak",
    "PySide6/Qt/translations/qtbase_ru.qm",
    "imageio_ffmpeg/binaries/ffmpeg-linux-x86_64",
    "pymediainfo/libmediainfo.so.0",
    "resources/player/room/index.html",
)
LEFT_OUT = (
    "PySide6/Qt/qml/QtQuick/libqtquick2plugin.so",
    "PySide6/Qt/lib/libQt63DCore.so.6",
    "PySide6/Qt6MultimediaQuick.dll",
    "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
    "PySide6/Qt/plugins/sqldrivers/libqsqlite.so",
    "PySide6/Qt/resources/qtwebengine_devtools_resources.pak",
    "PySide6/Qt/translations/qtwebengine_locales/am.pak",
    "PySide6/Qt/translations/assistant_de.qm",
)


@pytest.mark.parametrize("place", KEPT)
def test_what_the_program_needs_is_kept(build_module: LoadModule, place: str) -> None:
    assert build_module("slim").is_kept(place)


@pytest.mark.parametrize("place", LEFT_OUT)
def test_what_nothing_reaches_is_left_out(build_module: LoadModule, place: str) -> None:
    assert not build_module("slim").is_kept(place)


def test_windows_places_are_read_like_others(build_module: LoadModule) -> None:
    assert not build_module("slim").is_kept("PySide6\\plugins\\sqldrivers\\qsqlite.dll")


def test_only_system_libraries_that_a_kept_file_needs_stay(build_module: LoadModule) -> None:
    plugin = ("PySide6/Qt/plugins/platforms/libqxcb.so", "/a/libqxcb.so", "BINARY")
    loaded = ("libsoftokn3.so", "/b/libsoftokn3.so", "BINARY")
    needed, other = (
        (name, f"/usr/lib/{name}", "BINARY") for name in ("libxcb.so.1", "libgtk-3.so.0")
    )
    imports = {"/a/libqxcb.so": ["libxcb.so.1"]}
    kept = build_module("slim").reachable(
        [plugin, loaded, needed, other], lambda source: imports.get(source, [])
    )
    assert kept == [plugin, loaded, needed]
