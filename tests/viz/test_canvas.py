"""The canvas: text of any kind keeps to its cells."""

from hypothesis import given
from hypothesis import strategies as st

from tutor.viz.canvas import Canvas, shorten
from tutor.viz.ink import Ink, Run, plain_text, row_width

texts = st.text(max_size=12) | st.text("a中e\u0301👍\n\t", max_size=12)
writes = st.lists(st.tuples(st.integers(-9, 20), st.integers(-2, 5), texts), max_size=8)


@given(st.integers(-1, 15), st.integers(-1, 4), writes)
def test_canvas_keeps_its_size(width, height, parts):
    """Whatever is written where, the picture has exactly the canvas's size."""
    canvas = Canvas(width, height)
    for x, y, text in parts:
        canvas.write(x, y, text, Ink("text"))
    widths = [row_width(line) for line in canvas.picture()]
    assert widths == [max(width, 0)] * max(height, 0)


@given(texts, st.integers(0, 12))
def test_shortened_text_fits(text, cells):
    """A shortened text is never wider than asked for."""
    assert row_width((Run(shorten(text, cells)),)) <= cells


def test_half_of_a_wide_character_is_never_left():
    """Overwriting one half of a wide character blanks the other."""
    canvas = Canvas(4, 1)
    canvas.write(0, 0, "中中")
    canvas.write(1, 0, "ab")
    assert plain_text(canvas.picture()) == " ab"


def test_neighbours_in_one_ink_are_one_run():
    """Text written piecewise in one ink is read off as a single run."""
    canvas = Canvas(4, 1)
    canvas.write(0, 0, "ab", Ink("good"))
    canvas.write(2, 0, "cd", Ink("good"))
    assert canvas.picture() == [(Run("abcd", Ink("good")),)]
