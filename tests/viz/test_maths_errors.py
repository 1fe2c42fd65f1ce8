"""What the renderer refuses, and how it says so."""

import pytest

from tutor.viz.maths import SUPPORTED, MathError, display, inline, spoken

REFUSED = {
    r"x + \foo": (r"\foo", 4),
    r"x + \alhpa": (r"\alhpa", 4),
    r"\def\x{1}": (r"\def", 0),
    r"\frac{a}": ("", 8),
    r"\frac{a}{}": ("{}", 8),
    r"\hat": ("", 4),
    "x^": ("", 2),
    "x_{}": ("{}", 2),
    "^2": ("^", 0),
    "x^2^3": ("^", 3),
    "x^2'": ("'", 3),
    "x^10": ("0", 3),
    r"\,^2": ("^", 2),
    "a & b": ("&", 2),
    r"a \\ b": (r"\\", 2),
    "{x": ("", 2),
    "x}": ("}", 1),
    r"\left( x": ("", 8),
    r"x \right)": (r"\right", 2),
    r"\left x": ("x", 6),
    r"\sqrt[3": ("", 7),
    r"x\limits_a": (r"\limits", 1),
    r"\underbrace{x}^2": ("^", 14),
    r"\begin{foo} x \end{foo}": (r"\begin", 0),
    r"\begin{cases} x": ("", 15),
    r"\begin{cases} a \end{matrix}": (r"\end", 16),
    r"\begin{cases} a & b & c \end{cases}": (r"\begin", 0),
    r"\begin{pmatrix} a & b \\ c \end{pmatrix}": (r"\begin", 0),
    r"\begin{aligned} a \\[2pt] b \end{aligned}": ("[", 20),
    r"\text{a $x$}": ("$", 8),
    r"\text{a": ("", 7),
    r"\mathbb{\alpha}": (r"\alpha", 8),
    r"\mathcal{1}": ("1", 9),
    "$x$": ("$", 0),
    "x % note": ("%", 2),
    "θ": ("θ", 0),
    "x\\": ("\\", 1),
    "{" * 60: ("{", 40),
}


@pytest.mark.parametrize("tex", REFUSED)
def test_error_names_what_is_wrong_and_where(tex: str) -> None:
    """The error for a refused formula holds the culprit, its place and advice."""
    with pytest.raises(MathError) as caught:
        inline(tex)
    assert REFUSED[tex] == (caught.value.command, caught.value.position)
    assert caught.value.advice in str(caught.value)


@pytest.mark.parametrize("reading", [inline, display, spoken])
def test_every_reading_refuses_the_same(reading: object) -> None:
    """All three renderings raise for an unknown command."""
    assert callable(reading)
    with pytest.raises(MathError):
        reading(r"\foo")


def test_unknown_command_suggests_the_nearest() -> None:
    """A misspelt command is answered by the command it resembles."""
    with pytest.raises(MathError, match=r"did you mean \\alpha\?"):
        inline(r"\alhpa")


def test_supported_is_sorted_and_without_repeats() -> None:
    """The list of commands can be printed as it is."""
    assert sorted(set(SUPPORTED)) == list(SUPPORTED)
