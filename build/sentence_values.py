"""What a string expression of the source can become, read from its syntax alone."""

import ast
import functools
import itertools
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

Template = str
"""A text in which each value that is not known before the program runs is a ``HOLE``."""

HOLE = "\0"

MOST_FORMS = 16
"""An expression with more forms than this counts as one value."""

KNOWN_VALUES = {"track.kind": ("video", "audio")}
"""Expressions whose few values stand elsewhere; tracks of other kinds hold no segments."""

_FOLLOWED = 4
"""How many names and calls lead from one to the next at most."""

_BLOCKS = (
    ast.FunctionDef,
    ast.If,
    ast.For,
    ast.ListComp,
    ast.SetComp,
    ast.DictComp,
    ast.GeneratorExp,
)


@dataclass(frozen=True, slots=True)
class Scope:
    """Where an expression stands: what its names mean, and how far it was followed."""

    module: "Module"
    depth: int = 0

    def deeper(self, module: "Module") -> "Scope":
        """Return the scope of what a name or a call here stands for."""
        return Scope(module, self.depth + 1)


class Module:
    """One file of the program, parsed."""

    def __init__(self, path: Path, package: Path) -> None:
        self.path, self.package = path, package
        self.tree = ast.parse(path.read_text(encoding="utf-8"))
        self._above: dict[ast.AST, ast.AST] = {
            child: node for node in ast.walk(self.tree) for child in ast.iter_child_nodes(node)
        }

    @classmethod
    @functools.cache
    def read(cls, path: Path, package: Path) -> "Module":
        """Return a file's module, parsed once."""
        return cls(path, package)

    def values_of(self, node: ast.expr) -> list[Template]:
        """Return every form of an expression; empty when it makes no text."""
        forms = _values(node, Scope(self))
        merged = (re.sub(f"{HOLE}+", HOLE, form) for form in forms or ())
        return [form for form in merged if form != HOLE]

    def blocks_around(self, node: ast.AST) -> Iterator[ast.AST]:
        """Yield what a name may be set in: the nearest block or comprehension first."""
        while not isinstance(node, ast.FunctionDef | ast.Module):
            node = self._above[node]
            if isinstance(node, _BLOCKS):
                yield node

    def function(self, name: str) -> tuple["Module", ast.FunctionDef] | None:
        """Find a function of this file, or one it imports from the program."""
        for node in self.tree.body:
            if isinstance(node, ast.FunctionDef) and node.name == name:
                return self, node
            if isinstance(node, ast.ImportFrom) and any(a.name == name for a in node.names):
                other = self._other(node.module or "")
                return other.function(name) if other is not None else None
        return None

    def constant(self, name: str) -> tuple["Module", ast.expr] | None:
        """Find the value of a name at the top of this file, or of one it imports."""
        for node in self.tree.body:
            if isinstance(node, ast.Assign) and text_of(node.targets[0]) == name:
                return self, node.value
            if isinstance(node, ast.ImportFrom) and any(a.name == name for a in node.names):
                other = self._other(node.module or "")
                return other.constant(name) if other is not None else None
        return None

    def _other(self, dotted: str) -> "Module | None":
        parts = dotted.split(".")
        path = self.package.parent.joinpath(*parts).with_suffix(".py")
        return Module.read(path, self.package) if path.is_file() else None


def text_of(node: ast.expr) -> str:
    """Return an expression as it is written."""
    return ast.unparse(node)


def _values(node: ast.expr, at: Scope) -> list[Template] | None:
    """Return the forms of an expression; None when it is no text that can be read."""
    if text_of(node) in KNOWN_VALUES:
        return list(KNOWN_VALUES[text_of(node)])
    if at.depth > _FOLLOWED:
        return None
    handler = _HANDLERS.get(type(node))
    return handler(node, at) if handler is not None else None


def _or_hole(node: ast.expr, at: Scope) -> list[Template]:
    """Return the forms of a part of a text, one value where they say nothing by themselves.

    A number and its unit are one value: "{0} {1}".
    """
    forms = _values(node, at)
    if forms is None or len(forms) > MOST_FORMS:
        return [HOLE]
    silent = [form for form in forms if HOLE in form and not any(map(str.isalpha, form))]
    if any(form.count(HOLE) > 1 for form in silent):
        return [HOLE]
    return list(dict.fromkeys(HOLE if form in silent else form for form in forms))


def _joined(parts: Iterable[list[Template]]) -> list[Template]:
    return ["".join(choice) for choice in itertools.product(*parts)]


def _constant(node: ast.Constant, _at: Scope) -> list[Template] | None:
    return [node.value] if isinstance(node.value, str) else None


def _f_string(node: ast.JoinedStr, at: Scope) -> list[Template]:
    return _joined(
        _or_hole(part.value, at) if isinstance(part, ast.FormattedValue) else _or_hole(part, at)
        for part in node.values
    )


def _sum(node: ast.BinOp, at: Scope) -> list[Template] | None:
    if not isinstance(node.op, ast.Add):
        return None
    left, right = _values(node.left, at), _values(node.right, at)
    if left is None and right is None:
        return None
    return _joined([left or [HOLE], right or [HOLE]])


def _choice(node: ast.IfExp, at: Scope) -> list[Template] | None:
    return _all_of([node.body, node.orelse], at)


def _first_of(node: ast.BoolOp, at: Scope) -> list[Template] | None:
    return _all_of(node.values, at)


def _all_of(nodes: Iterable[ast.expr], at: Scope) -> list[Template] | None:
    """Return the forms of all; None when none of them is a text."""
    found = [_values(node, at) for node in nodes]
    if all(forms is None for forms in found):
        return None
    forms = itertools.chain.from_iterable(forms or [HOLE] for forms in found)
    return list(dict.fromkeys(forms))


def _name(node: ast.Name, at: Scope) -> list[Template] | None:
    for block in at.module.blocks_around(node):
        given = list(_assigned(node.id, block))
        if given:
            return _all_of(given, at.deeper(at.module))
        if _is_bound(node.id, block):
            return None
    known = at.module.constant(node.id)
    return _values(known[1], at.deeper(known[0])) if known is not None else None


def _assigned(name: str, block: ast.AST) -> Iterator[ast.expr]:
    """Yield what a name is set to in a block: by ``=``, or by a loop over a literal."""
    for node in ast.walk(block):
        if isinstance(node, ast.Assign) and text_of(node.targets[0]) == name:
            yield node.value
        if isinstance(node, ast.For) and isinstance(node.target, ast.Tuple):
            names = [text_of(part) for part in node.target.elts]
            rows = node.iter.elts if isinstance(node.iter, ast.Tuple) else []
            if name in names:
                column = names.index(name)
                yield from (row.elts[column] for row in rows if isinstance(row, ast.Tuple))


def _is_bound(name: str, block: ast.AST) -> bool:
    """Tell whether a block gives a name its value in another way, as a parameter for example."""
    if isinstance(block, ast.FunctionDef | ast.For):
        inside: Iterable[ast.AST] = ast.walk(block)
    else:
        inside = (node for g in getattr(block, "generators", ()) for node in ast.walk(g.target))
    return any(
        (isinstance(node, ast.arg) and node.arg == name)
        or (isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Store))
        for node in inside
    )


def _call(node: ast.Call, at: Scope) -> list[Template] | None:
    if isinstance(node.func, ast.Name):
        return _returned(node.func.id, at)
    if not isinstance(node.func, ast.Attribute):
        return None
    owner, method = node.func.value, node.func.attr
    if method == "get" and isinstance(owner, ast.Dict):
        return _all_of([*owner.values, *node.args[1:]], at)
    between = owner.value if isinstance(owner, ast.Constant) else None
    if method == "join" and isinstance(between, str) and between.strip(" ,;."):
        return [HOLE, f"{HOLE}{between}{HOLE}"]
    if method == "strip":
        return _values(owner, at)
    return None


def _returned(name: str, at: Scope) -> list[Template] | None:
    known = at.module.function(name)
    if known is None:
        return None
    module, function = known
    returns = [n.value for n in ast.walk(function) if isinstance(n, ast.Return) and n.value]
    return _all_of(returns, at.deeper(module))


_HANDLERS: dict[type[ast.expr], Callable[..., list[Template] | None]] = {
    ast.Constant: _constant,
    ast.JoinedStr: _f_string,
    ast.BinOp: _sum,
    ast.IfExp: _choice,
    ast.BoolOp: _first_of,
    ast.Name: _name,
    ast.Call: _call,
}
