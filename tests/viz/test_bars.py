"""Bars, histograms and sparklines."""

import math

from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.viz.bars import bars, histogram, sparkline
from tutor.viz.ink import plain_text, row_width

numbers = st.lists(st.floats(), max_size=30)
names = st.text(max_size=20)

# golden drawings


def test_bars_are_drawn_as_expected():
    """Bars start in one column, values stand at the right, NaN has no bar."""
    picture = bars(["adam", "sgd", "broken"], [93.25, 71.5, math.nan], width=40)
    assert (
        plain_text(picture)
        == """\
  adam ███████████████████████████ 93.25
   sgd ████████████████████▊        71.5
broken                               NaN"""
    )


def test_negative_bars_grow_to_the_left():
    """Bars of both signs share one unit and one zero."""
    picture = bars(["w0", "w1", "bias"], [2.0, -1.0, 0.01], width=40)
    assert (
        plain_text(picture)
        == """\
  w0           ████████████████████    2
  w1 ██████████                       -1
bias           ▏                    0.01"""
    )


def test_histogram_is_drawn_as_expected():
    """Bins are parted when there is room, and heights are exact to an eighth."""
    picture = histogram(
        [1, 3, 8, 5, 2],
        [-2.5, -1.5, -0.5, 0.5, 1.5, 2.5],
        width=40,
        height=10,
        title="Gradients",
        x_label="g",
    )
    assert (
        plain_text(picture)
        == """\
Gradients
  │               ███████
  │               ███████
5 ┤               ███████ ▃▃▃▃▃▃
  │               ███████ ██████
  │        ▅▅▅▅▅▅ ███████ ██████
  │        ██████ ███████ ██████ ▆▆▆▆▆▆▆
0 ┤▇▇▇▇▇▇▇ ██████ ███████ ██████ ███████
  └───┬──────────────┬──────────────┬───
     -2              0              2  g"""
    )


def test_sparkline_is_drawn_as_expected():
    """A sparkline goes from least to greatest and marks NaN."""
    picture = sparkline([1, 2, 3, 5, 8, math.nan, 8, 1], 12)
    assert plain_text(picture) == "▁▂▃▅█×█▁"


# behaviour


def test_bar_lengths_are_in_proportion():
    """Twice the value is twice the bar."""
    picture = bars(["a", "b"], [50.0, 100.0], width=30)
    short, long = (plain_text([line]).count("█") for line in picture)
    assert long == 2 * short


def test_trouble_is_red():
    """The text of a value that is not finite has the ink "bad"."""
    ((*_, last),) = bars(["a"], [math.inf], width=20)
    assert (last.text.strip(), last.ink.fg) == ("inf", "bad")


def test_narrow_bins_show_the_highest():
    """When many bins share a column, a single high one is not lost."""
    counts = [0] * 1000
    counts[500] = 9
    picture = histogram(counts, range(1001), width=20, height=6)
    assert "█" in plain_text(picture)


@settings(max_examples=80, deadline=None)
@given(st.lists(names, max_size=12), numbers, st.integers(1, 80))
def test_any_bars_fit_any_width(labels, values, width):
    """Whatever the values, there is one row each of exactly the width asked for."""
    picture = bars(labels, values, width=width)
    assert [row_width(line) for line in picture] == [width] * len(values)


@settings(max_examples=80, deadline=None)
@given(
    numbers,
    numbers | numbers.map(sorted),
    st.integers(1, 80),
    st.integers(1, 20),
    names,
)
def test_any_histogram_fits_any_size(counts, edges, width, height, name):
    """Whatever the bins, a histogram has exactly the size asked for."""
    picture = histogram(counts, edges, width=width, height=height, x_label=name, title=name)
    assert [row_width(line) for line in picture] == [width] * height


@settings(max_examples=80, deadline=None)
@given(numbers, st.integers(0, 40))
def test_any_sparkline_fits_any_width(values, width):
    """Whatever the values, a sparkline is one row of exactly the width asked for."""
    assert [row_width(line) for line in sparkline(values, width)] == [width]
