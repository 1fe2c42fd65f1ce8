"""Escape codes: colours for every terminal, readable in both themes."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.viz.ansi import nearest_16, nearest_256, to_ansi
from tutor.viz.ink import PLAIN, TOKENS, Ink, Run, row
from tutor.viz.themes import BACKGROUND, THEMES, contrast

GROUNDS = ("surface", "panel", "selection")
TEXTS = [token for token in TOKENS if token not in GROUNDS]
DEPTHS = ("truecolor", "256", "16", "none")

colour = st.sampled_from(["", *TOKENS]) | st.integers(0, 0xFFFFFF).map("#{:06x}".format)
inks = st.builds(Ink, colour, colour, *[st.booleans()] * 4)
pictures = st.lists(
    st.lists(st.builds(Run, st.text("ab ▀é", min_size=1, max_size=5), inks)).map(tuple)
)


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_themes_know_every_token(theme):
    """Every token has a colour in every theme, and no other name has."""
    assert set(THEMES[theme]) == set(TOKENS)


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("token", TEXTS)
def test_text_can_be_read_on_the_background(theme, token):
    """Each token for text has a contrast of at least 4.5 against the background."""
    assert contrast(THEMES[theme][token], BACKGROUND[theme]) >= 4.5


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("token", ["text", "muted", "title", "accent"])
def test_main_text_can_be_read_on_every_ground(theme, ground, token):
    """Text, titles and links are readable on surfaces, panels and selections too."""
    assert contrast(THEMES[theme][token], THEMES[theme][ground]) >= 4.5


def test_black_on_white_has_the_greatest_contrast():
    """The contrast of black on white is 21, of a colour on itself 1."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)  # sums of coefficients
    assert contrast("#123456", "#123456") == 1


@pytest.mark.parametrize(
    ("depth", "expected"),
    [
        ("truecolor", "\x1b[1;38;2;255;0;0;48;2;0;0;255mx\x1b[0m"),
        ("256", "\x1b[1;38;5;196;48;5;21mx\x1b[0m"),
        ("16", "\x1b[1;91;44mx\x1b[0m"),
        ("none", "x"),
    ],
)
def test_colours_are_written_for_the_terminal(depth, expected):
    """Each depth has its own codes, and "none" has none."""
    picture = [row(Run("x", Ink("#ff0000", "#0000ff", bold=True)))]
    assert to_ansi(picture, colours=depth) == expected


def test_plain_text_has_no_codes():
    """A run in plain ink is written as it is."""
    assert to_ansi([row("a", Run("b", PLAIN))]) == "ab"


def test_blanks_at_the_end_are_cut_unless_they_show():
    """Trailing blanks vanish, those on a background stay."""
    picture = [row("a  "), row("a", Run("  ", Ink(bg="panel")))]
    first, second = to_ansi(picture).split("\n")
    assert first == "a"
    assert "  " in second


@pytest.mark.parametrize(("theme", "expected"), [("dark", "█ "), ("light", " █")])
def test_pixels_become_shades_without_colours(theme, expected):
    """Without colours a pixel is the fuller the more it stands out."""
    runs = [Run("▀", Ink(c, c)) for c in ("#ffffff", "#000000")]
    line = to_ansi([row(*runs, "|")], theme, "none")
    assert line == f"{expected}|"


@pytest.mark.parametrize(
    ("colour", "expected"), [("#000000", 16), ("#ffffff", 231), ("#080808", 232)]
)
def test_nearest_256_knows_cube_and_greys(colour, expected):
    """Pure colours come from the cube, dark greys from the ramp."""
    assert nearest_256(colour) == expected


@given(st.integers(0, 0xFFFFFF).map("#{:06x}".format))
def test_nearest_codes_exist(colour):
    """Every colour maps to a code the terminal knows."""
    assert 16 <= nearest_256(colour) <= 255
    assert nearest_16(colour) in {*range(30, 38), *range(90, 98)}


@settings(max_examples=50, deadline=None)
@given(pictures, st.sampled_from(["dark", "light"]), st.sampled_from(DEPTHS))
def test_any_picture_can_be_written(picture, theme, depth):
    """Whatever the inks, there is one line per row and every style is ended."""
    text = to_ansi(picture, theme, depth)
    assert text.count("\n") == max(len(picture) - 1, 0)
    assert text.count("\x1b[0m") * 2 == text.count("\x1b[")


def test_text_is_coloured_without_numpy():
    """Loading the writer does not load numpy."""
    code = "import sys, tutor.viz.ansi; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
