"""What a known wrong program says of itself."""

import ast
import contextlib
from pathlib import Path


def explanation_of(path: Path) -> tuple[str, str]:
    """Return what the learner is told, and the lesson paragraph it points to.

    Both come from the program's docstring; its last line may be ``Lesson: topic/lesson#part``.
    """
    text = ""
    with contextlib.suppress(SyntaxError):
        text = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    body, _, lesson = text.rpartition("\nLesson: ")
    return (body.strip(), lesson.strip()) if body else (text.strip(), "")
