"""Listings: Python coloured by token, on a panel as wide as the page."""

from functools import lru_cache

from tutor.viz.ink import Ink, Picture, Row, Run, pad

INKS = (
    ("Token.Comment", Ink("comment", italic=True)),
    ("Token.Literal.String", Ink("string")),
    ("Token.Literal.Number", Ink("number")),
    ("Token.Keyword", Ink("keyword")),
    ("Token.Operator.Word", Ink("keyword")),
    ("Token.Name.Builtin", Ink("function")),
    ("Token.Name.Function", Ink("function", bold=True)),
    ("Token.Name.Class", Ink("function", bold=True)),
    ("Token.Name.Decorator", Ink("function")),
    ("Token.Generic.Prompt", Ink("faint")),
    ("Token.Generic.Output", Ink("muted")),
)
"""Ink of a token type and of all its subtypes."""


@lru_cache(maxsize=128)
def highlight(text: str, language: str = "python") -> tuple[Row, ...]:
    """Return source text as coloured rows, one for each of its lines."""
    from pygments import lex
    from pygments.lexers import PythonConsoleLexer, PythonLexer, TextLexer

    if language in ("python", "py", "run"):
        lexer = PythonConsoleLexer() if text.lstrip().startswith(">>>") else PythonLexer()
    else:
        lexer = TextLexer()
    rows: list[list[Run]] = [[]]
    for kind, value in lex(text.rstrip("\n"), lexer):
        ink = ink_of(str(kind))
        for number, part in enumerate(value.split("\n")):
            if number:
                rows.append([])
            if part:
                rows[-1].append(Run(part.expandtabs(4), ink))
    while rows and not rows[-1]:
        rows.pop()
    return tuple(map(tuple, rows))


def ink_of(kind: str) -> Ink:
    return next((ink for name, ink in INKS if kind.startswith(name)), Ink("text"))


def listing(text: str, width: int, language: str = "python") -> Picture:
    """Return source text on a panel of `width` cells."""
    panel = Ink("text", "panel")
    rows = [tuple(Run(r.text, r.ink._replace(bg="panel")) for r in line)
            for line in highlight(text, language)]  # fmt: skip
    return [pad((Run("  ", panel), *line), width, panel) for line in rows]
