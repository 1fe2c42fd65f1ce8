"""Sizes stay small enough to be read: over a ceiling means another module."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "tutor").rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_modules_and_functions_stay_small(path):
    """No module has over 500 lines and no function over 60."""
    text = path.read_text("utf-8")
    assert text.count("\n") <= 500
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno - node.lineno < 60, node.name


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_modules_say_what_they_own(path):
    """Every module has a docstring."""
    assert ast.get_docstring(ast.parse(path.read_text("utf-8")))


def test_content_stays_small():
    """Programs that a learner sees have at most 79 columns and 225 lines."""
    for folder in ("exercises", "solutions"):
        for path in (ROOT / folder).rglob("*.py"):
            if path.name in ("starter.py", "solution.py"):
                lines = path.read_text("utf-8").splitlines()
                assert len(lines) <= 225, path
                assert max(map(len, lines)) <= 79, path
