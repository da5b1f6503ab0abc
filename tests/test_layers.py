"""The rules of the house, read from the source: who may import whom, and what may not appear."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

ROOMS = {
    "media": set(),
    "presets": {"media"},
    "transcode": {"media", "presets"},
    "batch": {"media", "presets", "transcode"},
    "segments": set(),
    "verdict": {"segments"},
    "repair": {"segments", "verdict"},
    "server": {"segments", "verdict", "repair"},
    "preview": {"media", "presets", "transcode", "segments", "verdict", "repair", "server"},
    "streams": {
        "media", "presets", "transcode", "segments", "verdict", "repair", "server", "preview",
    },
    "workflow": {
        "media", "presets", "transcode", "batch", "segments", "verdict", "repair", "server",
        "streams",
    },
    "cli": {
        "media", "presets", "transcode", "batch", "segments", "verdict", "repair", "server",
        "workflow", "preview", "streams",
    },
    "ui": {
        "media", "presets", "transcode", "batch", "segments", "verdict", "repair", "server",
        "workflow", "preview", "streams",
    },
}  # fmt: skip
GROUND = {"errors", "paths", "settings"}
GROUND_IMPORTS = {"errors": set(), "paths": {"errors"}, "settings": {"errors", "paths"}}
QT = ("PySide6", "PyQt", "shiboken6", "qtpy", "qtawesome")


def room_of(path: Path) -> str:
    """Room of a file below ``studio/``: its package, or its own name at the top level."""
    return path.parts[0] if len(path.parts) > 1 else path.stem


def imports_of(tree: ast.AST) -> list[tuple[str, bool]]:
    """Every imported module, and whether the import stands inside a function."""
    found: list[tuple[str, bool]] = []

    def visit(node: ast.AST, inside: bool) -> None:
        if isinstance(node, ast.Import):
            found.extend((alias.name, inside) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            found.append((module, inside))
            if module == "studio":
                found.extend((f"studio.{alias.name}", inside) for alias in node.names)
        deeper = inside or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for child in ast.iter_child_nodes(node):
            visit(child, deeper)

    visit(tree, False)
    return found


def calls_import_by_name(tree: ast.AST) -> bool:
    """Tell whether modules are imported through a function, past the import statement."""
    names = {
        node.func.id if isinstance(node.func, ast.Name) else node.func.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute)
    }
    return bool(names & {"__import__", "import_module"})


def has_wide_except(tree: ast.AST) -> bool:
    """Tell whether there is an ``except:`` without a type."""
    return any(isinstance(n, ast.ExceptHandler) and n.type is None for n in ast.walk(tree))


def violations(path: Path, source: str) -> list[str]:
    """Return what this file (path below ``studio/``) does against the rules."""
    room, tree = room_of(path), ast.parse(source)
    if path == Path("__main__.py"):
        return []  # the one place that chooses between the faces
    problems = []
    for module, inside in imports_of(tree):
        top = module.split(".")[0]
        if top.startswith(QT) and room != "ui":
            problems.append(f"{path}: only ui may import {top}")
        if module.startswith("."):
            problems.append(f"{path}: relative import {module}")
        if inside:
            problems.append(f"{path}: import of {module} inside a function")
        if top == "studio" and "." in module:
            problems.extend(_room_problem(path, room, module.split(".")[1]))
    if calls_import_by_name(tree):
        problems.append(f"{path}: imports a module by name")
    if has_wide_except(tree):
        problems.append(f"{path}: bare except")
    problems.extend(_shell_problems(path, tree))
    return problems


def _room_problem(path: Path, room: str, target: str) -> list[str]:
    if target == room or target.startswith("_"):
        return []
    if room in GROUND:
        allowed = GROUND_IMPORTS[room]
    elif room in ROOMS:
        allowed = ROOMS[room] | GROUND
    else:
        return [f"{path}: {room} is not a room of the house"]
    return [] if target in allowed else [f"{path}: {room} may not import {target}"]


def _shell_problems(path: Path, tree: ast.AST) -> list[str]:
    shell = any(
        isinstance(node, ast.keyword)
        and node.arg == "shell"
        and not (isinstance(node.value, ast.Constant) and node.value.value is False)
        for node in ast.walk(tree)
    )
    return [f"{path}: a command through a shell"] if shell else []


def test_the_house_keeps_its_rules() -> None:
    base = ROOT / "studio"
    files = sorted(base.rglob("*.py"))
    assert len(files) > 30
    problems = [p for f in files for p in violations(f.relative_to(base), f.read_text("utf-8"))]
    assert problems == []


def module_name(path: Path) -> str:
    """Dotted name of a file below ``studio/``."""
    return ".".join(("studio", *path.with_suffix("").parts)).removesuffix(".__init__")


def module_graph(base: Path) -> dict[str, set[str]]:
    """Modules below ``studio/`` and the modules of ``studio`` that each one imports."""
    files = {module_name(f.relative_to(base)): f for f in base.rglob("*.py")}
    graph: dict[str, set[str]] = {}
    for name, file in files.items():
        modules = {module for module, _ in imports_of(ast.parse(file.read_text("utf-8")))}
        graph[name] = {m for m in modules if m in files and m != "studio"}
    return graph


def cycle_in(graph: dict[str, set[str]]) -> list[str]:
    """Return one import cycle as a path of names, empty when there is none."""
    done: set[str] = set()

    def walk(name: str, path: list[str]) -> list[str]:
        if name in path:
            return path[path.index(name) :]
        if name in done:
            return []
        for target in sorted(graph.get(name, ())):
            if found := walk(target, [*path, name]):
                return found
        done.add(name)
        return []

    return next((found for name in sorted(graph) if (found := walk(name, []))), [])


def test_no_module_imports_itself_in_a_circle() -> None:
    assert cycle_in(module_graph(ROOT / "studio")) == []


def test_a_planted_cycle_is_seen() -> None:
    assert cycle_in({"a": {"b"}, "b": {"c"}, "c": {"a"}}) == ["a", "b", "c"]
    assert cycle_in({"a": {"b"}, "b": set(), "c": {"a", "b"}}) == []


def test_the_player_page_does_not_know_qt() -> None:
    pages = [p for p in (ROOT / "resources" / "player").rglob("*") if p.is_file()]
    assert pages
    for page in pages:
        text = page.read_text("utf-8").lower()
        assert "qwebchannel" not in text, page
        assert "qrc:" not in text, page


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("media/x.py", "import PySide6.QtCore"),
        ("cli/x.py", "from PySide6 import QtCore"),
        ("workflow/x.py", "from qtpy import QtWidgets"),
        ("media/x.py", "from studio.presets.model import Preset"),
        ("presets/x.py", "import studio.transcode.plan"),
        ("transcode/x.py", "from studio.verdict.model import Verdict"),
        ("transcode/x.py", "from studio import segments"),
        ("segments/x.py", "from studio.media.streams import MediaInfo"),
        ("verdict/x.py", "from studio.repair.recluster import recluster"),
        ("verdict/x.py", "from studio.server.app import MediaServer"),
        ("repair/x.py", "from studio.transcode.tools import find_ffmpeg"),
        ("server/x.py", "from studio.transcode.job import TranscodeJob"),
        ("server/x.py", "from studio.workflow.check import check_file"),
        ("workflow/x.py", "from studio.cli import main"),
        ("cli/x.py", "from studio.ui.app import main"),
        ("ui/x.py", "from studio.cli import main"),
        ("errors.py", "from studio.paths import resources_dir"),
        ("paths.py", "from studio.settings import Settings"),
        ("settings.py", "from studio.media.streams import MediaInfo"),
        ("attic/x.py", "from studio.errors import StudioError"),
        ("media/x.py", "from .streams import MediaInfo"),
        ("media/x.py", "def f():\n    import json"),
        ("media/x.py", "def f():\n    if f:\n        from studio.cli import main"),
        ("media/x.py", "import importlib\nimportlib.import_module('studio.cli')"),
        ("media/x.py", "m = __import__('studio.ui')"),
        ("media/x.py", "try:\n    pass\nexcept:\n    pass"),
        ("transcode/x.py", "import subprocess\nsubprocess.run('ls', shell=True)"),
    ],
)
def test_a_planted_violation_is_seen(path: str, source: str) -> None:
    assert violations(Path(path), source)


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("ui/x.py", "from PySide6 import QtCore\nfrom studio.workflow.check import check_file"),
        ("transcode/x.py", "from studio.media.streams import MediaInfo"),
        ("repair/x.py", "from studio.verdict.rules import static_findings"),
        ("cli/x.py", "from studio.settings import load"),
    ],
)
def test_an_allowed_import_is_left_alone(path: str, source: str) -> None:
    assert violations(Path(path), source) == []
