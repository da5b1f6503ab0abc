"""Collects what the rooms below the window say, so that the window can say it in its language.

The core knows no Qt and writes English. Here its source is read, not run: each literal, and each
f-string with its values as ``{0}``, ``{1}`` ..., becomes an entry of ``core_sentences.py``,
where lupdate finds it. `dev.py texts` writes that file; a test fails when it is out of date.
"""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from sentence_values import HOLE, Module, Template, text_of

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "studio"
TARGET = PACKAGE / "ui" / "core_sentences.py"
TRANSLATIONS = ROOT / "resources" / "i18n"

SKIPPED_ROOMS = frozenset({"cli", "server"})
"""Their texts go to a terminal or into an HTTP answer."""

SKIPPED_FILES = frozenset({"screenshots.py", TARGET.name})

_TRANSLATING = frozenset({"tr", "translate", "QT_TRANSLATE_NOOP"})
_PHRASES = {"option": 2, "filter": 2, "_Kind": 2, "phrase": 0, "InputError": 0}
"""Calls that take a phrase, or a sentence without an end, and its place among the arguments."""

_BLANK = re.compile(r"\{(?:folder|track|text|ms|count)\}|\bFIELD\b")
"""What the core itself fills in later, in a literal."""

_SENTENCE = re.compile(r"""[A-Z0-9“"\0].*(?:[.?!]|: \0|\([^()]*\0[^()]*\))|[a-z].* .*\.""")
_WIDTH = 100
_BORDER = re.compile(r"(?<=[.?!]) (?=[A-Z0-9“\"\0])|(?<=\0) (?=[A-Z][a-z]+(?: [a-z]|: ))")
_ONE_WORD = re.compile(r"[A-Z][a-z]+(?:: \0)?\.")
_WORD = re.compile(r"[^\W\d_]{2,}")
_NOT_SPOKEN = re.compile(r"[A-Z]{5,} |\[")
"""How SQL and lines of a job's log begin."""

_HEAD = '''"""What the core says, {0}, {1} ... for values; `dev.py texts` writes this file."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

SENTENCES: tuple[object, ...] = (
'''


def write_module() -> None:
    """Write the module as it must be now."""
    TARGET.write_text(module_text(), encoding="utf-8")


def update_translations(tool: str) -> int:
    """Bring the translation files up to date with the source; English has plurals only.

    Args:
        tool: lupdate of PySide6.
    """
    sources = sorted(map(str, TARGET.parent.glob("*.py")))
    for path in sorted(TRANSLATIONS.glob("*.ts")):
        options = ["-pluralonly"] if path.stem.endswith("_en") else []
        options += ["-no-obsolete", "-locations", "none"]
        status = subprocess.run([tool, *sources, "-ts", str(path), *options], check=False)
        if status.returncode:
            return status.returncode
    return 0


def module_text() -> str:
    """Return the module as it must be now."""
    return _HEAD + "".join(_entry(text) for text in collect(PACKAGE)) + ")\n"


def _entry(text: str) -> str:
    """Return an entry as the formatter would write it."""
    quoted = _quoted(text)
    lines = f'    QT_TRANSLATE_NOOP("Core", {quoted}),\n'
    if len(lines) <= _WIDTH + 1:
        return lines
    if len(quoted) <= _WIDTH - 16:
        return f'    QT_TRANSLATE_NOOP(\n        "Core", {quoted}\n    ),\n'
    too_long = "" if len(quoted) < _WIDTH - 8 else "  # noqa: E501"
    return f'    QT_TRANSLATE_NOOP(\n        "Core",\n        {quoted},{too_long}\n    ),\n'


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\")
    if '"' in text and "'" not in text:
        return f"'{escaped}'"
    return '"' + escaped.replace('"', '\\"') + '"'


def collect(package: Path) -> list[str]:
    """Return every template once, in order."""
    found: set[str] = set()
    for path in sorted(package.rglob("*.py")):
        room = path.relative_to(package).parts[0]
        if room in SKIPPED_ROOMS or path.name in SKIPPED_FILES:
            continue
        module = Module.read(path, package)
        for template in _of_module(module):
            found.update(_entries(template))
        phrases = (_BLANK.sub(HOLE, phrase) for phrase in _phrases(module))
        found.update(numbered(phrase) for phrase in phrases if _WORD.search(phrase))
    return sorted(found)


def _of_module(module: Module) -> Iterator[Template]:
    """Yield what the largest expressions of a module that make a text can become."""
    for node in _expressions(module.tree):
        yield from module.values_of(node)


def _expressions(node: ast.AST) -> Iterator[ast.expr]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call) and _is_passed_over(child):
            continue
        if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
            continue  # a docstring
        if isinstance(child, ast.Constant | ast.JoinedStr | ast.BinOp | ast.IfExp):
            yield child
        if not isinstance(child, ast.JoinedStr | ast.BinOp):
            yield from _expressions(child)


def _is_passed_over(call: ast.Call) -> bool:
    """Tell whether a call's texts are logged, patterns, or translated where they stand."""
    name = text_of(call.func)
    return name.startswith(("log.", "re.")) or name.rpartition(".")[2] in _TRANSLATING


def _phrases(module: Module) -> Iterator[Template]:
    for node in ast.walk(module.tree):
        if not isinstance(node, ast.Call):
            continue
        name = text_of(node.func)
        place = 0 if name == "reasons.append" else _PHRASES.get(name.rpartition(".")[2])
        if place is not None and len(node.args) > place:
            yield from module.values_of(node.args[place])


def _entries(template: Template) -> Iterator[str]:
    """Yield the sentences in a template."""
    if _NOT_SPOKEN.match(template):
        return
    for part in _BORDER.split(_BLANK.sub(HOLE, template).strip()):
        is_said = _SENTENCE.fullmatch(part) and " " in part and len(_WORD.findall(part)) > 1
        if is_said or _ONE_WORD.fullmatch(part):
            yield numbered(part)


def numbered(template: Template) -> str:
    """Return a template as ``str.format`` takes it, its values numbered from 0."""
    first, *rest = template.replace("{", "{{").replace("}", "}}").split(HOLE)
    return first + "".join(f"{{{number}}}{part}" for number, part in enumerate(rest))
