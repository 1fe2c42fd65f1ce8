"""Fields and planes: orientation, marks, contour, sizes."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from tutor.viz.ansi import to_ansi
from tutor.viz.ink import plain_text, row_width
from tutor.viz.plane import field, plane

Y, X = np.mgrid[1:-1:24j, -1:1:24j]
POINTS = [(-0.5, -0.5), (0.5, 0.5), (0.6, -0.2), (3.0, 3.0)]

grids = hnp.arrays(np.float64, hnp.array_shapes(min_dims=2, max_dims=2, min_side=0))
edges = st.tuples(st.floats(), st.floats())
palettes = st.sampled_from(["diverging", "sequential", "grey"])

# golden drawings


def test_points_are_drawn_as_expected():
    """Each class has its own mark, and points outside the ranges are left out."""
    picture = plane(
        None, POINTS, [0, 1, 2, 0], width=36, height=12, names=["cat", "dog", "owl"]
    )
    assert (
        plain_text(picture)
        == """\
● cat   ○ dog   ▲ owl
 1 ┤
   │
   │                       ○
   │
 0 ┤
   │                         ▲
   │        ●
   │
-1 ┤
   └┬───────────────┬──────────────┬
   -1               0              1"""
    )


def test_boundary_is_drawn_as_expected():
    """The line where the field is 0 and the points are seen without colour."""
    picture = plane(X + Y, POINTS, [0, 1, 2, 0], width=36, height=12, title="Boundary")
    assert (
        to_ansi(picture, colours="none")
        == """\
Boundary
 1 ┤⠉⠳⢤⣀████████▓▓▓▓▓▓▓▓▓▓▒▒▒▒▒▒▒▒▒░
   │███⠈⠙⠦⣄⡀███████▓▓▓▓▓▓▓▓▓▓▒▒▒▒▒▒▒
   │███████⠉⠳⢤⣀████████▓▓▓▓○▓▓▓▓▓▒▒▒
   │▓▓▓▓██████⠈⠙⠦⣄⡀████████▓▓▓▓▓▓▓▓▓
 0 ┤▓▓▓▓▓▓▓███████⠉⠓⢦⣀████████▓▓▓▓▓▓
   │▒▒▒▓▓▓▓▓▓▓▓██████⠈⠙⠲⣄⡀███▲████▓▓
   │▒▒▒▒▒▒▓▓●▓▓▓▓▓███████⠉⠓⢦⣀███████
   │░▒▒▒▒▒▒▒▒▒▓▓▓▓▓▓▓▓██████⠈⠙⠲⣄⡀███
-1 ┤░░░░░▒▒▒▒▒▒▒▒▓▓▓▓▓▓▓▓███████⠉⠓⢦⣀
   └┬───────────────┬──────────────┬
   -1               0              1"""
    )


# behaviour


def test_first_row_of_a_field_is_at_the_top():
    """The upper half block takes row 0 and the lower half row 1."""
    (line,) = field([[0.0], [1.0]], width=1, height=1, palette="grey")
    assert (line[0].ink.fg, line[0].ink.bg) == ("#000000", "#ffffff")


def test_nan_has_a_colour_of_its_own():
    """A field of NaN takes a colour that no map contains."""
    (line,) = field([[np.nan]], width=1, height=1)
    assert line[0].ink.fg == "#b5179e"


def test_contour_can_be_left_out():
    """Without the contour only half blocks are drawn on the plane."""
    text = plain_text(plane(X, width=20, height=8, contour=False))
    assert not any("\u2800" < character <= "\u28ff" for character in text)


def test_three_axes_are_refused_with_the_shape():
    """An array of three axes is an error that names the shape."""
    with pytest.raises(ValueError, match=r"\(2, 2, 2\)"):
        field(np.zeros((2, 2, 2)), width=4, height=4)


@settings(max_examples=60, deadline=None)
@given(grids, st.integers(1, 60), st.integers(1, 20), palettes)
def test_any_field_fits_any_size(values, width, height, palette):
    """Whatever the numbers, a field has exactly the size asked for."""
    picture = field(values, width=width, height=height, palette=palette)
    assert [row_width(line) for line in picture] == [width] * height


@settings(max_examples=60, deadline=None)
@given(
    grids,
    hnp.arrays(np.float64, st.tuples(st.integers(0, 9), st.just(2))),
    st.lists(st.integers(-3, 9), max_size=9),
    st.integers(1, 60),
    st.integers(1, 20),
    edges,
    edges,
    st.text(max_size=12),
)
def test_any_plane_fits_any_size(
    values, points, classes, width, height, x_range, y_range, title
):
    """Whatever the field, points and ranges, a plane has exactly the size asked for."""
    picture = plane(
        values,
        points,
        classes,
        width=width,
        height=height,
        x_range=x_range,
        y_range=y_range,
        names=[title],
        title=title,
    )
    assert [row_width(line) for line in picture] == [width] * height
