"""Arithmetic on a page: equations between numbers that can be worked out, worked out.

``$7.389 / 11.107 = 0.665$`` is true to the digits it is printed with, or it is a finding.
An equation with a letter in it is left alone.
"""

import ast
import math
import re
from collections.abc import Iterator
from itertools import pairwise

REWRITES = (
    (r"\\(?:left|right|,|;|!|quad|displaystyle)(?![a-zA-Z])", " "),
    (r"\\d?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}", r"((\1)/(\2))"),
    (r"\\sqrt\s*\{([^{}]*)\}", r"sqrt(\1)"),
    (r"\\(?:cdot|times)", "*"),
    (r"\\div", "/"),
    (r"\\(log|ln|exp|tanh|sin|cos)\s*\{([^{}]*)\}", r"\1(\2)"),
    (r"\\(log|ln|exp|tanh)\s*(-?[\d.]+)", r"\1(\2)"),
    (r"\\(log|ln|exp|tanh|sin|cos|pi)(?![a-zA-Z])", r"\1"),
    (r"\be\^\{([^{}]*)\}", r"exp(\1)"),
    (r"\be\^(-?\d[\d.]*)", r"exp(\1)"),
    (r"\^\{([^{}]*)\}", r"**(\1)"),
    (r"\^", "**"),
    (r"[−–]", "-"),
    (r"[·×]", "*"),
    (r"(?<=\d)\s*%", "/100"),
    (r"(?<=\d),(?=\d{3}\b)", ""),
    (r"(?<=[\d)])\s*(?=\()", "*"),
)
FUNCTIONS = {
    "sqrt": math.sqrt, "log": math.log, "ln": math.log, "exp": math.exp,
    "tanh": math.tanh, "sin": math.sin, "cos": math.cos,
}  # fmt: skip
ALLOWED = re.compile(r"(?:\d|[.+\-*/() ]|e[+-]?\d|" + "|".join(FUNCTIONS) + r"|pi)+")
PARTS = re.compile(r"=|\\approx|≈|\\simeq")
ROUNDED = 1.5
"""Sides are often worked out of rounded numbers; their errors may add up a little worse."""


def false_equations(text: str) -> Iterator[str]:
    """Yield those equations of a formula whose sides are numbers that differ."""
    if any(
        word in text for word in ("\\sum", "\\begin", "\\ne", "\\le", "\\ge", "\\pm", "&")
    ):
        return
    sides = PARTS.split(text)
    for left, right in pairwise(sides):
        one, other = value(left), value(right)
        if one is None or other is None:
            continue
        allowed = slack(left, one) + slack(right, other)
        if abs(one - other) > allowed + 1e-9 * max(abs(one), abs(other)):
            yield f"{left.strip()} = {right.strip()}, but the left side is {one:.6g}"


def value(text: str) -> float | None:
    """Return the value of a formula without letters; None if it has any."""
    for pattern, replacement in REWRITES:
        previous = None
        while previous != text:
            previous, text = text, re.sub(pattern, replacement, text)
    text = text.replace("{", "(").replace("}", ")").strip().rstrip(".,;:")
    if not re.search(r"\d", text) or not ALLOWED.fullmatch(text):
        return None
    try:
        tree = ast.parse(text, mode="eval")
        return float(
            eval(
                compile(tree, "<formula>", "eval"),
                {"__builtins__": {}, "pi": math.pi, **FUNCTIONS},
            )
        )
    except (
        SyntaxError,
        ValueError,
        TypeError,
        ZeroDivisionError,
        OverflowError,
        NameError,
    ):
        return None


def slack(text: str, result: float) -> float:
    """Return how far a side may be off, by the decimals its numbers are printed with.

    A rounded number carries its relative error into the result; a whole number is exact,
    unless it is all there is, as in 3 / 0.2425² ≈ 51.
    """
    numbers = re.findall(r"\d+(?:\.\d+)?", text)
    if len(numbers) == 1 and re.fullmatch(r"[-−\s\d.,;:]+", text):
        decimals = len(numbers[0].partition(".")[2])
        return 0.5001 * 10.0**-decimals if decimals or abs(result) > 9 else 0.0
    errors = [0.5 * 10.0 ** -len(n.partition(".")[2]) / max(float(n), 1e-9)
              for n in numbers if "." in n and is_rounded(n)]  # fmt: skip
    return ROUNDED * abs(result) * sum(errors)


def is_rounded(number: str) -> bool:
    """Return whether a number looks rounded: 7.389 does, 0.1 and 2.5 are meant exactly."""
    return len(number.replace(".", "").lstrip("0")) >= 3


def stated_numbers(text: str) -> set[float]:
    """Return every number in a text; a percentage also as a share, powers of ten too."""
    found = set()
    cleaned = re.sub(r"10\^\{?(-?\d+)\}?", r"1e\1", text.replace("−", "-"))
    for number, percent in re.findall(r"(-?\d[\d,]*\.?\d*(?:e-?\d+)?)(?:\s*(%))?", cleaned):
        value = float(number.replace(",", "").rstrip("."))
        found |= {value, value / 100} if percent else {value}
    return found
