r"""Commands with arguments of their own: fractions, roots, delimiters, environments."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from tutor.viz.maths.errors import MathError
from tutor.viz.maths.lexer import Token
from tutor.viz.maths.nodes import (
    Binomial,
    Brace,
    Fenced,
    Fraction,
    Grid,
    Group,
    Name,
    Node,
    Place,
    Root,
    Size,
    Text,
)
from tutor.viz.maths.symbols import (
    BIG_SIGNS,
    DELIMITERS,
    ENVIRONMENTS,
    LIMIT_NAMES,
    MARKS,
    NAMES,
    SPACES,
    SYMBOLS,
)

if TYPE_CHECKING:
    from tutor.viz.maths.parser import Parser

Structure = Callable[["Parser", Token], Node]


def unknown(token: Token) -> MathError:
    """Return the error for a command outside the subset, with the nearest inside."""
    from difflib import get_close_matches  # only a failing formula pays for it

    near = get_close_matches(token.text, SUPPORTED, n=1, cutoff=0.7)
    advice = f"did you mean {near[0]}?" if near else "SUPPORTED lists what there is"
    return MathError(f"unknown command {token.text}", *token, advice)


def _fraction(size: Size, parser: "Parser", token: Token) -> Node:
    return Fraction(parser.argument(token), parser.argument(token), size)


def _binomial(parser: "Parser", token: Token) -> Node:
    return Binomial(parser.argument(token), parser.argument(token))


def _root(parser: "Parser", token: Token) -> Node:
    index = None
    if parser.accept("["):
        index = parser.sequence(stop="]")
        parser.expect("]", token)
    return Root(parser.argument(token), index)


def _brace(place: Place, parser: "Parser", token: Token) -> Node:
    return Brace(place, parser.argument(token))


def _fenced(parser: "Parser", token: Token) -> Node:
    left = _delimiter(parser, token)
    body = parser.sequence()
    closer = parser.next
    parser.expect("\\right", token)
    return Fenced(left, _delimiter(parser, closer), body)


def _delimiter(parser: "Parser", owner: Token) -> str:
    token = parser.take()
    if token.text in DELIMITERS:
        return DELIMITERS[token.text]
    advice = f"follow {owner.text} by one of {' '.join(DELIMITERS)}"
    raise parser.unexpected(token, advice)


def _text(bold: bool, parser: "Parser", token: Token) -> Node:
    return Text(parser.raw(token), bold)


def _operator(parser: "Parser", token: Token) -> Node:
    limits = parser.accept("*")
    return Name(parser.raw(token), limits)


def _roman(parser: "Parser", token: Token) -> Node:
    return parser.dressed_argument(token, parser.face._replace(bold=False, roman=True))


def _bold(parser: "Parser", token: Token) -> Node:
    return parser.dressed_argument(token, parser.face._replace(bold=True))


def _alphabet(name: str, parser: "Parser", token: Token) -> Node:
    return parser.dressed_argument(token, parser.face._replace(alphabet=name))


def _substack(parser: "Parser", token: Token) -> Node:
    parser.expect("{", token)
    rows = _rows(parser)
    parser.expect("}", token)
    return _checked(Grid("substack", rows), token)


def _environment(parser: "Parser", token: Token) -> Node:
    name = parser.raw(token)
    if name not in ENVIRONMENTS:
        problem = f"unknown environment {name}"
        advice = f"use one of {', '.join(ENVIRONMENTS)}"
        raise MathError(problem, token.text, token.position, advice)
    grid = Grid(name, _rows(parser))
    closer = parser.next
    parser.expect("\\end", token)
    if parser.raw(closer) != name:
        raise parser.unexpected(closer, f"close \\begin{{{name}}} by \\end{{{name}}}")
    return _checked(_spaced(grid) if name == "aligned" else grid, token)


def _rows(parser: "Parser") -> tuple[tuple[Group, ...], ...]:
    rows = [[parser.sequence()]]
    while parser.next.text in ("&", "\\\\"):
        if parser.take().text == "&":
            rows[-1].append(parser.sequence())
            continue
        if parser.next.text == "[":
            advice = "row distances are not supported; write {[} for a bracket"
            raise parser.unexpected(parser.next, advice)
        rows.append([parser.sequence()])
    if len(rows) > 1 and rows[-1] == [Group()]:
        rows.pop()
    return tuple(map(tuple, rows))


def _spaced(grid: Grid) -> Grid:
    """Give relations after & a left neighbour, so that they keep their distance."""
    rows = tuple(
        tuple(
            Group((Group(), *cell.items)) if column % 2 else cell
            for column, cell in enumerate(row)
        )
        for row in grid.rows
    )
    return Grid(grid.name, rows)


def _checked(grid: Grid, token: Token) -> Grid:
    """Refuse a grid whose rows do not fit its kind."""
    counts = {len(row) for row in grid.rows}
    most = {"cases": 2, "substack": 1}.get(grid.name)
    if most and max(counts) > most:
        advice = f"use at most {most - 1} & per row"
    elif grid.name.endswith("matrix") and len(counts) > 1:
        advice = "give every row the same number of entries"
    else:
        return grid
    raise MathError(f"ragged {grid.name}", token.text, token.position, advice)


STRUCTURES: dict[str, Structure] = {
    "\\frac": partial(_fraction, ""),
    "\\dfrac": partial(_fraction, "display"),
    "\\tfrac": partial(_fraction, "text"),
    "\\binom": _binomial,
    "\\sqrt": _root,
    "\\overbrace": partial(_brace, "over"),
    "\\underbrace": partial(_brace, "under"),
    "\\left": _fenced,
    "\\text": partial(_text, False),
    "\\textbf": partial(_text, True),
    "\\operatorname": _operator,
    "\\mathrm": _roman,
    "\\mathit": _roman,
    "\\mathsf": _roman,
    "\\mathbf": _bold,
    "\\boldsymbol": _bold,
    "\\mathcal": partial(_alphabet, "script"),
    "\\mathbb": partial(_alphabet, "blackboard"),
    "\\substack": _substack,
    "\\begin": _environment,
}
"""The reader of each command that `parser` does not read itself."""

SUPPORTED: tuple[str, ...] = tuple(
    sorted(
        {*SYMBOLS, *NAMES, *LIMIT_NAMES, *BIG_SIGNS, *SPACES, *STRUCTURES}
        | {f"\\{mark}" for mark in MARKS}
        | {f"\\begin{{{name}}}" for name in ENVIRONMENTS}
        | {"\\end", "\\limits", "\\right", "\\\\"}
    )
)
"""Every supported command, and `\\begin` once for each environment."""
