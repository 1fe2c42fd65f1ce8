"""Maps of small worlds: values, arrows, marks, sizes down to nothing."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from tutor.viz.gridworld import gridworld
from tutor.viz.ink import plain_text, row_width
from tutor.viz.themes import contrast

VALUES = np.arange(12).reshape(3, 4) / 7 - 0.3
POLICY = np.array([[1, 1, 1, -1], [0, -1, 0, -1], [0, 3, 0, 3]])
MARKS = {"walls": [(1, 1)], "pits": [(1, 3)], "goals": [(0, 3)], "agent": (2, 0)}


def test_places_may_be_lists_as_they_come_from_a_demo():
    lists = {
        "walls": [[1, 1]],
        "pits": [[1, 3]],
        "goals": [[0, 3]],
        "agent": [2, 0],
    }
    drawn = gridworld(VALUES, width=40, height=9, policy=POLICY, **lists)
    assert drawn == gridworld(VALUES, width=40, height=9, policy=POLICY, **MARKS)


# golden drawings


@pytest.mark.parametrize(
    ("width", "height", "expected"),
    [
        (
            40,
            9,
            """\
┌────────────────────────────────────┐
│  -0.30    -0.16    -0.01    0.13   │
│    →        →        →        ★    │
│  0.27   ▒▒▒▒▒▒▒▒▒  0.56     0.70   │
│    ↑    ▒▒▒▒▒▒▒▒▒    ↑        ✗    │
│  0.84     0.99     1.13     1.27   │
│   ●↑        ←        ↑        ←    │
└────────────────────────────────────┘""",
        ),
        (
            40,
            5,
            """\
┌────────────────────────────────────┐
│ -0.30 →  -0.16 →  -0.01 →   0.13 ★ │
│  0.27 ↑ ▒▒▒▒▒▒▒▒▒  0.56 ↑   0.70 ✗ │
│ 0.84 ●↑   0.99 ←   1.13 ↑   1.27 ← │
└────────────────────────────────────┘""",
        ),
        (
            8,
            5,
            """\
┌────┐
│→→→★│
│↑▒↑✗│
│●←↑←│
└────┘""",
        ),
        (3, 2, "┌──\n│→→"),
    ],
)
def test_map_is_drawn_as_large_as_fits(width, height, expected):
    """Numbers go before arrows, arrows before the shape of the map."""
    picture = gridworld(VALUES, policy=POLICY, width=width, height=height, **MARKS)
    assert plain_text(picture) == expected


def test_action_values_stand_on_the_side_they_lead_to():
    """Up is written on top, left on the left; ends show their value and mark."""
    q = np.array([[[1, -2, 3.5, 0], [0, 0, 0, 0]]])
    picture = gridworld(
        q.max(-1), q=q, policy=[[2, -1]], goals=[(0, 1)], width=40, height=6
    )
    assert (
        plain_text(picture)
        == """\
┌────────────────────────────┐
│    1.00          0.00      │
│0.00  ↓ -2.00       ★       │
│    3.50                    │
└────────────────────────────┘"""
    )
    bold = {run.text.strip() for line in picture for run in line if run.ink.bold}
    assert bold == {"↓", "3.50", "★"}


def test_nan_and_nothing_are_drawn():
    """What is not a number says so, in the colour of NaN; an empty map is an empty box."""
    picture = gridworld([[np.nan, 1.0]], width=30, height=4)
    assert "NaN" in plain_text(picture)
    assert any(run.ink.bg == "#b5179e" for line in picture for run in line)
    assert plain_text(gridworld(np.zeros((0, 0)), width=9, height=9)) == "┌┐\n└┘"


# behaviour


def test_equal_weights_all_have_their_arrow():
    """A policy may be given as weights, in the caller's order of actions."""
    weights = np.array([[[0.5, 0, 0.5, 0], [0, 0, 0, 0]]])
    text = plain_text(
        gridworld([[0, 0]], policy=weights, arrows="←↓→↑", width=30, height=4)
    )
    assert "←→" in text
    assert "↓" not in text


def test_walls_do_not_change_the_shades():
    """The shades span the values shown, not those hidden under walls."""
    with_wall = gridworld([[0, 1, -99]], walls=[(0, 2)], width=40, height=4)
    low_end = gridworld([[0, 1]], width=40, height=4)
    assert with_wall[1][1].ink.bg == low_end[1][1].ink.bg


def test_text_can_be_read_on_every_shade():
    """Text on a shaded place has a contrast of at least 4.5."""
    picture = gridworld(np.linspace(-1, 1, 9).reshape(3, 3), width=40, height=9)
    inks = [run.ink for line in picture for run in line if run.ink.bg]
    assert min(contrast(ink.fg, ink.bg) for ink in inks) >= 4.5


@pytest.mark.parametrize("name", ["policy", "q"])
def test_shapes_that_do_not_fit_are_refused(name):
    """A policy or action values of another map are an error that names both shapes."""
    with pytest.raises(ValueError, match=r"\(3, 3, 4\).*\(3, 4\)"):
        gridworld(VALUES, **{name: np.zeros((3, 3, 4))}, width=40, height=9)


@settings(max_examples=80, deadline=None)
@given(
    hnp.arrays(
        np.float64, hnp.array_shapes(min_dims=2, max_dims=2, min_side=0, max_side=6)
    ),
    st.integers(0, 90),
    st.integers(0, 30),
    st.booleans(),
    st.integers(0, 9),
)
def test_any_map_is_a_rectangle_that_fits(values, width, height, has_q, digits):
    """Whatever the numbers and the room, rows are equally wide and none is too many."""
    q = np.repeat(values[..., None], 4, axis=-1)
    picture = gridworld(
        values,
        policy=q,
        q=q if has_q else None,
        walls=[(0, 1)],
        pits=[(7, 7)],
        agent=(1, 0),
        width=width,
        height=height,
        digits=digits,
    )
    assert len(picture) <= height
    assert len({row_width(line) for line in picture}) <= 1
    assert all(row_width(line) <= width for line in picture)
