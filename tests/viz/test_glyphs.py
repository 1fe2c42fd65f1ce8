"""Glyph sets: dots in, characters out."""

import unicodedata

import numpy as np
import pytest

from tutor.viz.glyphs import ASCII, BLOCK, BRAILLE, GLYPHS


@pytest.mark.parametrize(("row", "column", "name"), [
    (0, 0, "1"), (1, 0, "2"), (2, 0, "3"), (0, 1, "4"),
    (1, 1, "5"), (2, 1, "6"), (3, 0, "7"), (3, 1, "8"),
])  # fmt: skip
def test_braille_dot_lights_the_dot_unicode_names(row, column, name):
    """Each dot of a cell gives the braille pattern whose name has that dot's number."""
    mask = np.zeros((4, 2), np.bool_)
    mask[row, column] = True
    character = BRAILLE.table[BRAILLE.pack(mask)[0, 0]]
    assert unicodedata.name(str(character)) == f"BRAILLE PATTERN DOTS-{name}"


@pytest.mark.parametrize(("rows", "expected"), [
    (["10", "00"], "▘"), (["01", "00"], "▝"), (["00", "10"], "▖"),
    (["00", "01"], "▗"), (["11", "01"], "▜"), (["01", "10"], "▞"),
])  # fmt: skip
def test_quadrants_show_their_corner(rows, expected):
    """Each dot of a block cell fills its quarter."""
    mask = np.array([[dot == "1" for dot in row] for row in rows])
    assert BLOCK.table[BLOCK.pack(mask)[0, 0]] == expected


def test_ascii_tells_three_heights_apart():
    """The three dots of an ASCII cell give three different characters."""
    mask = np.eye(3, dtype=np.bool_)
    assert "".join(ASCII.table[ASCII.pack(mask)[0]]) == "'-."


@pytest.mark.parametrize("glyphs", GLYPHS.values(), ids=GLYPHS)
def test_every_code_has_a_character(glyphs):
    """There is one character per combination of dots, a blank for none."""
    assert len(glyphs.table) == 2 ** (glyphs.columns * glyphs.rows)
    assert glyphs.table[0] == " "


@pytest.mark.parametrize("glyphs", GLYPHS.values(), ids=GLYPHS)
def test_cells_are_packed_row_by_row(glyphs):
    """A full mask of 2 by 3 cells packs to six full codes."""
    mask = np.ones((2 * glyphs.rows, 3 * glyphs.columns), np.bool_)
    assert np.array_equal(glyphs.pack(mask), np.full((2, 3), len(glyphs.table) - 1))


@pytest.mark.parametrize("glyphs", GLYPHS.values(), ids=GLYPHS)
def test_marks_differ_in_shape(glyphs):
    """No two of the first six marks are the same character."""
    assert len({glyphs.marker(index) for index in range(6)}) == 6
