"""What goes wrong is told in words that can be translated."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
ENGLISH = ("app/cli/", "app/demo.py", "app/ui/")
"""The command line speaks English only; the window's own errors are said by `tr`."""
SOURCES = {
    path.relative_to(ROOT).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
    for room in ("app", "adapters")
    for path in sorted((ROOT / room).rglob("*.py"))
}


def errors() -> set[str]:
    """KnownError, LearnerError and whatever is made of them, by name."""
    every = (node for tree in SOURCES.values() for node in ast.walk(tree))
    classes = [node for node in every if isinstance(node, ast.ClassDef)]
    known = {"KnownError", "LearnerError"}
    while True:
        more = {c.name for c in classes if known & {ast.unparse(base) for base in c.bases}}
        if more <= known:
            return known
        known |= more


ERRORS = errors()


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    """Of these errors, and of their own `__init__` from one of them."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in ERRORS:
            yield node
        if isinstance(node, ast.ClassDef) and node.name in ERRORS - {"KnownError", "LearnerError"}:
            for inner in ast.walk(node):
                if isinstance(inner, ast.Call) and "super().__init__" in ast.unparse(inner.func):
                    yield inner


def untold(call: ast.Call) -> list[str]:
    """Arguments that no catalogue can have: f-strings, and sentences that are only text."""
    given = [*call.args, *(keyword.value for keyword in call.keywords)]
    parts = [p for a in given for p in ((a.body, a.orelse) if isinstance(a, ast.IfExp) else (a,))]
    return [
        ast.unparse(part)
        for part in parts
        if isinstance(part, ast.JoinedStr)
        or (isinstance(part, ast.Constant) and isinstance(part.value, str) and " " in part.value)
    ]


def test_errors_are_made_of_phrases() -> None:
    told = {name: tree for name, tree in SOURCES.items() if not name.startswith(ENGLISH)}
    found = [(name, part) for name, tree in told.items() for c in calls(tree) for part in untold(c)]
    assert found == []


def test_templates_stand_in_the_call() -> None:
    """Else they are not gathered."""
    every = (node for tree in SOURCES.values() for node in ast.walk(tree))
    for call in (node for node in every if isinstance(node, ast.Call)):
        if isinstance(call.func, ast.Name) and call.func.id == "phrase":
            assert all(isinstance(given, ast.Constant) for given in call.args), ast.unparse(call)


def test_the_errors_are_found() -> None:
    assert {"StoreError", "DiskFullError", "CannotRead", "ProtocolError", "NightCrashed"} < ERRORS
    broken = ast.parse('raise LearnerError("Title", f"{x}", "It failed." if x else "Go.")')
    assert [len(untold(call)) for call in calls(broken)] == [2]
