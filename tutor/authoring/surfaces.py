"""Proofs that starter and solution promise the same: names, heads, docstrings."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tutor.authoring.findings import Finding, at
from tutor.course import Exercise

Surface = dict[str, tuple[str, str, str, int]]


def surface(path: Path) -> Surface:
    """Return head, docstring, kind and line of what a file defines in public."""
    found: Surface = {}

    def note(prefix: str, body: list[ast.stmt]) -> None:
        for node in body:
            if not isinstance(node, ast.FunctionDef | ast.ClassDef):
                continue
            if node.name[0] == "_" and not node.name.startswith("__"):
                continue
            name, text = prefix + node.name, ast.get_docstring(node) or ""
            if isinstance(node, ast.FunctionDef):
                result = ast.unparse(node.returns) if node.returns else ""
                head = f"({ast.unparse(node.args)}) -> {result}"
                found[name] = (head, text, "function", node.lineno)
            else:
                bases = ", ".join(map(ast.unparse, node.bases))
                found[name] = (f"({bases})", text, "class", node.lineno)
                note(f"{name}.", node.body)

    note("", ast.parse(path.read_text(encoding="utf-8")).body)
    return found


def one_surface(exercise: Exercise) -> Iterator[Finding]:
    """Starter and solution define the same names with the same heads and docstrings."""
    start, solution = surface(exercise.starter), surface(exercise.solution)
    for name in exercise.entry:
        if name not in solution and not assigned(exercise.solution, name):
            yield at("entry", exercise.folder / "exercise.toml", "entry",
                     f"the solution does not define {name}")  # fmt: skip
    for name, (head, text, kind, line) in start.items():
        if name not in solution:
            yield Finding("surface", str(exercise.starter), line,
                          f"the solution has no {kind} {name}")  # fmt: skip
        elif solution[name][0] != head:
            yield Finding("surface", str(exercise.starter), line,
                          f"{name}{head} is {name}{solution[name][0]} in the solution; make "
                          "them the same")  # fmt: skip
        elif solution[name][1] != text:
            yield Finding("surface", str(exercise.starter), line,
                          f"{name} has another docstring in the solution")  # fmt: skip
        elif not text and "." not in name:
            yield Finding("docstring", str(exercise.starter), line,
                          f"{name} has no docstring; say shapes, types and result")  # fmt: skip
    for name in exercise.entry:
        if name in solution and name not in start:
            yield at("surface", exercise.starter, "", f"the starter lacks {name}")
    if "TODO" not in exercise.starter.read_text(encoding="utf-8"):
        yield at("starter-todo", exercise.starter, "", "no TODO says where to write")


def assigned(path: Path, name: str) -> bool:
    """Return whether a file gives a value to `name` at its top level."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    targets = [
        t for node in tree.body if isinstance(node, ast.Assign) for t in node.targets
    ]
    targets += [node.target for node in tree.body if isinstance(node, ast.AnnAssign)]
    return any(isinstance(t, ast.Name) and t.id == name for t in targets)
