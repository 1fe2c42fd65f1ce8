"""Listings: Python coloured by token, on a panel as wide as the page."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from rich.cells import cell_len

from tutor.viz.ink import Ink, Picture, Row, Run, pad, row_width

Letters = list[tuple[str, Ink]]
FAINT = Ink("faint")

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
    """Return source text on a panel of `width` cells; long lines go on below, further in."""
    panel = Ink("text", "panel")
    rows = [part for line in highlight(text, language) for part in folded(line, width - 3)]
    grounded = [
        tuple(Run(r.text, r.ink._replace(bg="panel")) for r in line) for line in rows
    ]
    return [pad((Run("  ", panel), *line), width, panel) for line in grounded]


def folded(line: Row, width: int) -> Iterator[Row]:
    """Yield a line of code in pieces of at most `width` cells, broken at blanks if it can be."""
    if row_width(line) <= width:
        yield line
        return
    letters = [(letter, run.ink) for run in line for letter in run.text]
    depth = next((at for at, (letter, _) in enumerate(letters) if letter != " "), 0)
    lead = [(letter, FAINT) for letter in " " * min(depth + 2, width // 2) + "↪ "]
    while width_of(letters) > width > len(lead) + 1:
        at = break_before(letters, width, len(lead))
        yield joined(letters[:at])
        letters = lead + letters[at:]
    yield joined(letters)


def width_of(letters: Letters) -> int:
    return sum(cell_len(letter) for letter, _ in letters)


def break_before(letters: Letters, width: int, least: int) -> int:
    """Return where to break: after the last blank in `width` cells, if that leaves enough."""
    fits, room = 0, width
    while (room := room - cell_len(letters[fits][0])) >= 0:
        fits += 1
    for at in range(fits, max(least, fits // 2), -1):
        if letters[at - 1][0] == " ":
            return at
    return fits


def joined(letters: Letters) -> Row:
    """Return letters as runs of one ink each."""
    return tuple(
        Run("".join(letter for letter, _ in group), ink)
        for ink, group in groupby(letters, key=lambda pair: pair[1])
    )
