"""One hardened factory makes every web view of the program, and no other code may."""

import ast
from pathlib import Path

import pytest

STUDIO = Path(__file__).resolve().parents[2] / "studio"
FACTORY = Path("ui/web_view.py")
SYSTEM_FACTORY = Path("ui/system_view.py")
SYSTEM = {"QtWebView", "QWebView"}
"""The view of the operating system's own engine."""

NAMES = {
    "QtWebEngineWidgets",
    "QtWebEngineQuick",
    "QtWebChannel",
    "QWebChannel",
    "QWebEngineView",
    "QWebEnginePage",
    "QWebEngineProfile",
    "QWebEngineProfileBuilder",
    "QQuickWebEngineProfile",
    *SYSTEM,
}
SWITCHES: dict[str, set[str]] = {
    "--no-sandbox": {"verdict/launch_options.py", "verdict/engine_log.py"},
    "QTWEBENGINE_DISABLE_SANDBOX": {"ui/engine_environment.py", "ui/core_sentences.py"},
    "--disable-web-security": set(),
    "--disable-site-isolation-trials": set(),
    "--disable-renderer-accessibility": set(),
}
"""Where each may be named: for real browsers as root, in messages, and to take it out."""


def trespasses(path: Path, source: str) -> list[str]:
    """Return what a file below ``studio/`` takes of the web engine beside the factory."""
    tree = ast.parse(source)
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom | ast.Import):
            base = node.module or "" if isinstance(node, ast.ImportFrom) else ""
            names = {f"{base}.{alias.name}" for alias in node.names}
            parts = {part for name in names for part in name.split(".")}
            found += sorted(parts & NAMES)
        elif isinstance(node, ast.Attribute | ast.Name):
            name = node.attr if isinstance(node, ast.Attribute) else node.id
            found += [name] if name in NAMES else []
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            found += [
                switch
                for switch, places in SWITCHES.items()
                if switch in node.value and path.as_posix() not in places
            ]
    allowed = NAMES if path == FACTORY else SYSTEM if path == SYSTEM_FACTORY else set()
    return [name for name in found if name not in allowed]


def test_only_the_factory_makes_views_pages_and_profiles() -> None:
    files = sorted(STUDIO.rglob("*.py"))
    assert STUDIO / FACTORY in files
    found = {
        str(file): trespasses(file.relative_to(STUDIO), file.read_text("utf-8")) for file in files
    }
    assert {name: what for name, what in found.items() if what} == {}


def test_the_factory_itself_would_be_seen() -> None:
    source = (STUDIO / FACTORY).read_text("utf-8")
    assert {"QWebEngineView", "QWebEnginePage", "QWebEngineProfile"} <= {
        *trespasses(Path("ui/x.py"), source)
    }


@pytest.mark.parametrize(
    "source",
    [
        "from PySide6.QtWebEngineWidgets import QWebEngineView",
        "from PySide6 import QtWebEngineWidgets",
        "from PySide6 import QtWebEngineCore as core\ncore.QWebEngineProfile()",
        "import PySide6.QtWebView",
        "from PySide6.QtWebChannel import QWebChannel",
        "os.environ['QTWEBENGINE_DISABLE_SANDBOX'] = '1'",
        "command = ['--disable-web-security']",
        "page.makers.QWebEnginePage(profile)",
    ],
)
def test_a_planted_view_is_seen(source: str) -> None:
    assert trespasses(Path("ui/x.py"), source)
