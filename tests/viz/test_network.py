"""Network diagrams: what is shown, what is left out, how weights look."""

import math
from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.viz.ink import Picture, plain_text, row_width
from tutor.viz.network import network

WEIGHTS = [[[1, -0.6, 0.1], [0.5, 1, -1]], [[1], [0], [-0.5]]]
LABELS = ["input", "hidden", "output"]


def lit_inks(picture: Picture) -> set[str]:
    return {
        run.ink.fg
        for line in picture
        for run in line
        if any("\u2800" < character <= "\u28ff" for character in run.text)
    }


# golden drawings


def test_weighted_network_is_drawn_as_expected():
    """Large weights are thick, negative ones dashed, zeros not drawn."""
    picture = network([2, 3, 1], WEIGHTS, width=44, height=14, labels=LABELS)
    assert (
        plain_text(picture)
        == """\

           ⢀⣀⣀⣀⣤⣤⣤⣴⣶⣶⡮●⢵⣤⡀
       ●⠽⠿⠿⠟⠛⠛⠛⠉⠉⠉⠁⠤⠍⠁  ⠉⠻⢷⣤⡀
         ⠈⠁ ⠠⣤⣀  ⠤⠍⠁       ⠉⠻⢷⣦⣀
           ⠉⠤ ⠉⠤⠍⢤⣄⡀          ⠈⠛⢷⣦⣀
             ⠩⠬⠁  ⢀⣠⣴⡮●          ⠈⠛⠯●
           ⠠⠬⠉⣀⣥⣶⠽⠟⠋⠁           ⡴⠞⠁
         ⢠⣬⣽⡮⠿⠛⠉⠈⠡⠄         ⣠⡴
       ●⢵⣶⡆⠁⢠⣤⣤  ⣀⡀⠡⠄    ⡀ ⠘⠁
            ⠈⠉⠉  ⠛⠻⠇⠈⠨●⠴⠛⠁

     input          hidden        output

━━ positive   ╺ ╸ negative   thick is large"""
    )


def test_unweighted_network_is_drawn_as_expected():
    """Without weights all lines are thin and unlabelled layers show their size."""
    picture = network([3, 2], width=30, height=8)
    assert (
        plain_text(picture)
        == """\

       ●⠤⣤⠤⠤⠤⠤⠤⠤⠤⠤⢤⣤⣤⠤●
          ⠉⢢⣄⡠⠤⠒⢊⡩⠕⠉
       ●⠴⠶⣉⡁ ⢈⠶⠶⡁
          ⣀⠜⠋⠑⠒⠤⢌⣑⡢⣀
       ●⠴⠭⠤⠤⠤⠤⠤⠤⠤⠤⠬⠭⠿⠦●

       3              2"""
    )


# behaviour


def test_large_layers_are_cut():
    """At most six units of a layer are shown, with dots for the others."""
    text = plain_text(network([784, 10], width=40, height=20))
    assert (text.count("●"), text.count("⋮")) == (10, 2)


def test_deep_networks_are_cut():
    """At most five columns are shown, with dots for the layers left out."""
    text = plain_text(network([1] * 9, width=60, height=6))
    assert (text.count("●"), text.count("⋯")) == (4, 1)


def test_sign_has_its_own_ink():
    """Positive and negative weights differ in colour besides the dashes."""
    inks = [lit_inks(network([1, 1], [[[w]]], width=20, height=5)) for w in (1, -1)]
    assert inks == [{"series0"}, {"series1"}]


def test_broken_weight_is_red():
    """A weight that is not finite is drawn in the ink "bad"."""
    picture = network([1, 1], [[[math.nan]]], width=20, height=5)
    assert lit_inks(picture) == {"bad"}


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.integers(0, 9), max_size=7),
    st.integers(1, 80),
    st.integers(1, 24),
    st.none() | st.floats(),
    st.lists(st.text(max_size=12), max_size=7),
)
def test_any_network_fits_any_size(layers, width, height, weight, labels):
    """Whatever the layers and weights, the drawing has exactly the size asked for."""
    shapes = pairwise(layers)
    weights = None if weight is None else [np.full(shape, weight) for shape in shapes]
    picture = network(layers, weights, width=width, height=height, labels=labels)
    assert [row_width(line) for line in picture] == [width] * height
