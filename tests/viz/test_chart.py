"""Line charts: what they show, in every glyph set, size and state of the data."""

import math

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.viz.chart import Series, line_chart, smooth
from tutor.viz.ink import Picture, Run, plain_text, row_width

STEPS = list(range(41))
SINE = Series("sin", STEPS, [math.sin(step / 6) for step in STEPS])
TRAIN = Series("train", STEPS, [math.exp(-step / 5) for step in STEPS])
BROKEN = Series("val", STEPS, [math.exp(-s / 8) if s < 30 else math.nan for s in STEPS])

numbers = st.lists(st.floats(), max_size=30)
names = st.text(max_size=20)
series = st.builds(
    Series,
    names,
    numbers,
    numbers,
    st.just(""),
    st.none() | numbers,
    st.none() | numbers,
)


def runs(picture: Picture) -> list[Run]:
    return [run for line in picture for run in line]


# golden drawings


def test_braille_chart_is_drawn_as_expected():
    """A sine wave in braille has title, legend, axes and a line one dot thin."""
    picture = line_chart([SINE], width=40, height=11, title="Wave", x_label="step")
    assert (
        plain_text(picture)
        == """\
Wave
● sin 0.3742
  │     ⡠⠔⠊⠉⠉⠑⠢⣀
  │  ⢀⠔⠉        ⠑⢄
  │ ⡠⠊            ⠑⡄                  ⢀⠔
0 ┤⠊               ⠈⠢⡀               ⡔⠁
  │                  ⠑⢄            ⡠⠊
  │                    ⠑⢄        ⡠⠊
  │                      ⠑⠢⢄⣀⣀⡠⠔⠊
  └┬─────────────────┬──────────────────
   0                20              step"""
    )


def test_block_chart_is_drawn_as_expected():
    """The same wave in quadrant blocks keeps its shape."""
    picture = line_chart([SINE], width=40, height=11, glyphs="block")
    assert (
        plain_text(picture)
        == """\
● sin 0.3742
  │     ▗▄▀▀▀▀▄▖
  │   ▗▀▘      ▝▚▖
  │ ▗▞▘          ▝▄                    ▄
0 ┤▄▘              ▚▖                ▗▞
  │                 ▝▄              ▄▘
  │                   ▚▖          ▗▞
  │                    ▝▚▖      ▗▞▘
  │                      ▝▀▄▄▄▄▀▘
  └┬─────────────────┬─────────────────┬
   0                20                40"""
    )


def test_ascii_chart_is_drawn_as_expected():
    """The same wave in ASCII keeps its shape."""
    picture = line_chart([SINE], width=40, height=11, glyphs="ascii")
    assert (
        plain_text(picture)
        == """\
o sin 0.3742
  |     .-'''--.
  |   .'       '-.
  |  .'          '.                    .
0 +.'              '.                .'
  |                 '.              .'
  |                   '.          .'
  |                    '.       .-'
  |                      '-...--'
  ++-----------------+-----------------+
   0                20                40"""
    )


def test_two_curves_carry_marks_and_trouble():
    """Two curves end in their own marks, and NaN is marked and named."""
    picture = line_chart(
        [TRAIN, BROKEN], width=56, height=12, x_label="step", y_label="loss"
    )
    assert (
        plain_text(picture)
        == """\
loss   ● train   ○ val NaN from step 30
1.0 ┤⠱⡀                                  ×× ××××× ××××
    │ ⠑⡄
    │ ⠈⠈⢢
    │  ⠈⢆⠑⢄
0.5 ┤   ⠈⠢⡀⠑⢄
    │     ⠑⢄ ⠉⠢⢄
    │       ⠑⠤⡀ ⠉⠒⠤⣀
    │         ⠈⠑⠢⢄⣀ ⠉⠑⠒⠤⠤⣀⣀⡀                           ●
  0 ┤              ⠉⠉⠑⠒⠒⠢⠤⠤⠈⠉⠉⠉⠒⠒⠒⠒⠒⠤⠤⠤⠤⠄⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀ ○
    └┬───────────┬───────────┬───────────┬────────────
     0          10          20          30        step"""
    )


def test_level_and_cursor_are_drawn_as_expected():
    """A target is a dotted line with its name and the cursor a line with a reading."""
    picture = line_chart(
        [TRAIN], width=40, height=10, levels=[(0.5, "half")], cursor=20, x_label="step"
    )
    assert (
        plain_text(picture)
        == """\
at step 20   ● train 0.01832
1.0 ┤⢣                │
    │⠈⢆               │
    │ ⠈⢆              │
0.5 ┤⠄⠠⠈⢆⠠ ⠄⠠ ⠄⠠ ⠄⠠ ⠄⠠│⠄⠠ ⠄⠠ ⠄⠠ ⠄⠠ half
    │    ⠑⢄           │
    │      ⠑⠤⣀        │
  0 ┤         ⠉⠑⠒⠢⠤⠤⠤⠤⢄⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀
    └┬────────────────┬─────────────────
     0               20             step"""
    )


def test_log_scale_turns_decay_into_a_straight_line():
    """On a log axis an exponential decay is straight."""
    picture = line_chart([TRAIN], width=40, height=10, log_y=True)
    assert (
        plain_text(picture)
        == """\
● train 0.0003355
   1 ┤⠉⠒⠤⢄⡀
     │    ⠈⠉⠒⠤⢄⡀
     │         ⠈⠉⠒⠤⢄⡀
     │              ⠈⠉⠒⠤⣀⡀
0.01 ┤                   ⠈⠑⠒⠤⣀⡀
     │                        ⠈⠑⠒⠤⣀⡀
     │                             ⠈⠑⠒⠤⣀
     └┬────────────────┬───────────────┬
      0               20              40"""
    )


# behaviour


def test_single_point_is_drawn_as_its_mark():
    """One point is shown by the mark of its series, not by a lone dot."""
    picture = line_chart([Series("", [3], [0.5])], width=30, height=8)
    assert "●" in plain_text(picture)


def test_no_data_is_said():
    """A chart without a point says that there is no data."""
    assert "no data" in plain_text(line_chart([], width=30, height=8))


def test_later_series_hides_earlier_one():
    """Where two curves meet, only the later one's colour is seen."""
    twins = [Series("a", STEPS, STEPS), Series("b", STEPS, STEPS)]
    inks = {
        run.ink.fg
        for run in runs(line_chart(twins, width=29, height=3))
        if any("\u2800" < character <= "\u28ff" for character in run.text)
    }
    assert inks == {"series1"}


def test_infinite_values_are_named_with_their_step():
    """A single infinity is named "at" its step, since the curve recovers."""
    spike = Series("loss", STEPS, [math.inf if step == 7 else 1.0 for step in STEPS])
    text = plain_text(line_chart([spike], width=60, height=8, x_label="step"))
    assert "inf at step 7" in text


def test_trouble_is_red_at_the_top_of_the_plot():
    """A value that is not a number is marked in the ink "bad" in the first plot row."""
    picture = line_chart([BROKEN], width=60, height=10)
    assert any("×" in run.text and run.ink.fg == "bad" for run in picture[1])


def test_dropped_values_on_a_log_axis_are_admitted():
    """Zeros cannot be drawn on a log axis, and the legend says so."""
    zeros = Series("gap", [0, 1, 2], [1.0, 0.0, 2.0])
    assert "≤ 0 left out" in plain_text(line_chart([zeros], width=60, height=8, log_y=True))


def test_many_points_in_a_column_show_their_envelope():
    """Alternating extremes fill the plot from bottom to top in every column."""
    steps = np.arange(4000)
    wide = Series("", steps, np.where(steps % 2, 1.0, -1.0))
    picture = line_chart([wide], width=10, height=3)
    assert plain_text(picture) == "\n".join(["⣿" * 10] * 3)


def test_band_lies_under_the_line():
    """A band adds dots of its series around the line and leaves the line whole."""
    flat = [1.0] * 41
    edges = ([0.0] * 41, [2.0] * 41)
    plain = line_chart([Series("", STEPS, flat)], width=20, height=3)
    banded = line_chart([Series("", STEPS, flat, "", *edges)], width=20, height=3)
    lit = [len("".join(plain_text(p).split())) for p in (plain, banded)]
    assert lit[1] > lit[0]


def test_ascii_chart_is_pure_ascii():
    """With ASCII glyphs and names, nothing else is drawn."""
    picture = line_chart(
        [TRAIN, BROKEN, Series("a very long name " * 5, STEPS, STEPS)],
        width=50,
        height=12,
        glyphs="ascii",
        levels=[(0.5, "a long label that is cut somewhere")],
    )
    assert plain_text(picture).isascii()


@settings(max_examples=60, deadline=None)
@given(
    many=st.lists(series, max_size=7),
    width=st.integers(1, 130),
    height=st.integers(1, 40),
    log_y=st.booleans(),
    labels=st.tuples(names, names, names),
    glyphs=st.sampled_from(["braille", "block", "ascii"]),
    cursor=st.none() | st.floats(),
    levels=st.lists(st.tuples(st.floats(), names), max_size=2),
)
def test_any_data_fits_any_size(many, width, height, log_y, labels, glyphs, cursor, levels):
    """Whatever the numbers and names, the chart has exactly the size asked for."""
    picture = line_chart(
        many,
        width=width,
        height=height,
        log_y=log_y,
        x_label=labels[0],
        y_label=labels[1],
        title=labels[2],
        glyphs=glyphs,
        cursor=cursor,
        levels=levels,
    )
    assert [row_width(line) for line in picture] == [width] * height


def test_smooth_starts_at_the_first_value():
    """The average of a constant is that constant from the first step on."""
    assert np.allclose(smooth([3.0] * 5, 0.9), 3.0, rtol=1e-12, atol=0)


def test_smooth_equals_the_weighted_mean_of_the_past():
    """Each value is the mean of all so far, weighted by powers of the weight."""
    values, weight = np.array([1.0, 4.0, -2.0, 0.5]), 0.7
    powers = weight ** np.arange(4)[::-1]
    expected = [
        float(np.average(values[: n + 1], weights=powers[3 - n :])) for n in range(4)
    ]
    assert np.allclose(smooth(values, weight), expected, rtol=1e-12, atol=0)


def test_smooth_keeps_what_is_not_finite_and_goes_on():
    """NaN stays in its place and leaves the average alone."""
    smoothed = smooth([1.0, math.nan, 1.0], 0.5)
    assert math.isnan(smoothed[1])
    assert smoothed[2] == 1.0
