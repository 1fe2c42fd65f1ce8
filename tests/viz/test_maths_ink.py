"""What the ink of a formula says, and what drawing one costs to import."""

import subprocess
import sys

from tutor.viz.ink import Ink
from tutor.viz.maths import display


def test_bold_letters_are_bold_ink_on_plain_letters() -> None:
    """Only the letters inside a bold command are bold."""
    (row,) = display(r"\mathbf{W}x + \boldsymbol\theta")
    expected = [("W", True), ("x + ", False), ("θ", True)]
    assert expected == [(run.text, run.ink.bold) for run in row]
    assert {Ink("math"), Ink("math", bold=True)} == {run.ink for run in row}


def test_neighbouring_runs_of_one_ink_are_joined() -> None:
    """A row without bold letters is a single run."""
    assert all(len(row) == 1 for row in display(r"\frac{a + b}{\sqrt{c}}"))


def test_importing_the_renderer_loads_no_numpy() -> None:
    """A front end that shows formulas stays cheap to start."""
    code = "import sys, tutor.viz.maths; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
