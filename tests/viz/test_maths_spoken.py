"""Golden spoken forms."""

import pytest

from tutor.viz.maths import spoken

GOLDEN = {
    r"\sum_j e^{z_j}": "the sum over j of e to the z sub j",
    r"\sum_{i=1}^{N} x_i^2": "the sum from i equals 1 to capital N of x sub i squared",
    r"\frac{a}{b}": "a over b",
    r"\frac{a+b}{c} d": "the fraction a plus b over c, end fraction, d",
    r"x^{a+b} + W^\top + \theta^* + A^{-1}": (
        "x to the a plus b, end power, plus capital W transpose plus theta star plus "
        "capital A inverse"
    ),
    r"\hat{y} = \mathbf{w} + \mathcal{L}": ("y hat equals bold w plus script capital L"),
    r"\sqrt{x} + \sqrt[3]{x+1}": (
        "the square root of x plus the cube root of x plus 1, end root"
    ),
    r"\max_{a'} Q(s', a')": (
        "the maximum over a prime of capital Q open paren s prime, a prime close paren"
    ),
    r"W^{(l)} \odot f'(x)": (
        "capital W super open paren l close paren elementwise times f prime open paren "
        "x close paren"
    ),
    r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}": (
        "the 2 by 2 matrix row 1: a, b; row 2: c, d; end matrix"
    ),
    r"\begin{cases} x & \text{if } x > 0 \\ 0 & \text{otherwise} \end{cases}": (
        "cases: x, if x is greater than 0; 0, otherwise; end cases"
    ),
    r"\begin{aligned} a &= b \\ c &= d \end{aligned}": "a equals b; c equals d",
    r"\binom{n}{k} + \int_0^1 x": "n choose k plus the integral from 0 to 1 of x",
    r"\underbrace{x}_{\text{input}}": "x, with input under it",
}


@pytest.mark.parametrize("tex", GOLDEN)
def test_spoken_says_the_formula_as_judged(tex: str) -> None:
    """The words are those a listener was judged to understand."""
    assert GOLDEN[tex] == spoken(tex)
