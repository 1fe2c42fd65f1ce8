"""What holds for every formula, drawn at random or enumerated."""

from collections import defaultdict
from contextlib import suppress
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.viz.ink import PLAIN, plain_text, row_width
from tutor.viz.maths import SUPPORTED, MathError, display, inline, spoken
from tutor.viz.maths.parser import Parser
from tutor.viz.maths.symbols import CHARACTERS, ENVIRONMENTS, MARKS, SPACES, SYMBOLS

OPERATORS = [r"\log ", r"\max ", r"\sum ", r"\prod ", r"\int ", r"\bigcup "]
DRESSED = [r"\text{if }", r"\mathbf{w}", r"\mathcal{L}", r"\mathrm{KL}", r"\mathbb{R}"]
ATOMS = st.sampled_from(
    [*"xyzAW019", "3.14", *CHARACTERS, *SYMBOLS, *SPACES, *OPERATORS, *DRESSED]
)
PAIRS = st.sampled_from(["()", "[]", "||", "..", (r"\{", r"\}"), (r"\langle ", ".")])


def _wrapped(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Return formulas with `parts` inside each construction of the subset."""
    grids = st.lists(st.tuples(parts, parts), min_size=1, max_size=3)
    names = st.sampled_from(ENVIRONMENTS)
    marks = st.sampled_from([*MARKS, "sqrt", "sqrt[n]", "overbrace", "underbrace"])
    return st.one_of(
        st.builds(r"{} {}".format, parts, parts),
        st.builds(r"\frac{{{}}}{{{}}}".format, parts, parts),
        st.builds(r"\binom{{{}}}{{{}}}".format, parts, parts),
        st.builds(r"{{{}}}_{{{}}}^{{{}}}".format, parts, parts, parts),
        st.builds(r"\sum_{{{}}}^{{{}}} {}".format, parts, parts, parts),
        st.builds(r"\{}{{{}}}".format, marks, parts),
        st.builds(lambda p, x: rf"\left{p[0]} {x} \right{p[1]}", PAIRS, parts),
        st.builds(_grid, names, grids),
    )


def _grid(name: str, rows: list[tuple[str, str]]) -> str:
    # A cell that begins with [ would be read as a row distance, hence the {}.
    body = r"\\".join(f"{{}}{left} & {right}" for left, right in rows)
    return rf"\begin{{{name}}} {body} \end{{{name}}}"


FORMULAS = st.recursive(ATOMS, _wrapped, max_leaves=12)


@settings(max_examples=200, deadline=None)
@given(FORMULAS)
def test_display_is_a_rectangle_in_maths_ink(tex: str) -> None:
    """Every formula has a display whose rows are equally wide and all inked."""
    drawn = display(tex)
    assert len({row_width(line) for line in drawn}) == 1
    assert all(run.ink.fg == "math" for line in drawn for run in line)
    assert all(run.ink != PLAIN and "\n" not in run.text for r in drawn for run in r)


@settings(max_examples=200, deadline=None)
@given(FORMULAS)
def test_inline_and_spoken_are_single_lines(tex: str) -> None:
    """Every formula has a one-line form and a spoken form without line breaks."""
    assert "\n" not in inline(tex)
    assert "\n" not in spoken(tex)


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(codec="ascii", categories=["L"]), min_size=1))
def test_unknown_commands_are_refused(name: str) -> None:
    """A command outside `SUPPORTED` never renders."""
    if f"\\{name}" not in SUPPORTED and f"\\begin{{{name}}}" not in SUPPORTED:
        with pytest.raises(MathError):
            inline(f"x + \\{name} y")


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=30))
def test_any_text_renders_or_is_refused(source: str) -> None:
    """No source raises anything but `MathError`."""
    with suppress(MathError):
        display(source), inline(source), spoken(source)


def _grown(parts: list[str]) -> list[str]:
    """Return each construction over `parts` that grouping could blur."""
    one = [r"\sqrt{%s}", r"\sqrt[n]{%s}", r"\hat{%s}", "-%s", "{%s}'", "%s!"]
    two = [r"\frac{%s}{%s}", "{%s}^{%s}", "{%s}_{%s}", "%s %s", "%s + %s"]
    two += [r"%s \odot %s", r"\sum_{%s} %s"]
    singles = [form % part for form in one for part in parts]
    return singles + [form % pair for form in two for pair in product(parts, repeat=2)]


@pytest.mark.parametrize(
    "reading", [inline, lambda tex: plain_text(display(tex))], ids=["inline", "display"]
)
def test_different_formulas_look_different(reading: object) -> None:
    """No two of some thousand nested formulas share a rendering."""
    assert callable(reading)
    seen = defaultdict(set)
    small = _grown(["x", r"\theta", "2"])
    for tex in small + _grown(small[::4]):
        seen[reading(tex)].add(Parser(tex).formula())
    assert not [text for text, trees in seen.items() if len(trees) > 1]
