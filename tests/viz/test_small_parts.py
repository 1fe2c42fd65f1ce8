"""Knobs, marks, differences and plain glyphs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tutor.viz.canvas import Canvas
from tutor.viz.differences import difference, numbered
from tutor.viz.finding import mark
from tutor.viz.ink import Ink, Run, picture_width, plain_text, row
from tutor.viz.knobs import knob_rows, nudged, setting_line, setting_of
from tutor.viz.legend import Entry, draw_legend
from tutor.viz.plainer import ascii_text
from tutor.viz.typeset.code import folded, listing

KNOBS = [
    {"name": "w 1", "low": -2.0, "high": 2.0, "step": 0.25, "value": 1.0},
    {"name": "goal", "choices": ["AND", "OR"], "value": "AND"},
]
START = {"w 1": 1.0, "goal": "AND"}


@pytest.mark.parametrize("upright", [False, True])
@pytest.mark.parametrize("width", [26, 34, 78])
def test_knobs_keep_to_their_width(width, upright):
    """Every knob and its value is there."""
    rows = knob_rows(KNOBS, START, 0, "Try `w 1` at 0.", width, upright=upright)
    assert picture_width(rows) <= width
    text = plain_text(rows).replace("\u00a0", " ")
    assert "w 1" in text
    assert "AND" in text


def test_numbers_stop_at_their_ends_and_choices_go_round():
    assert nudged(KNOBS[0], 2.0, 1) == 2.0
    assert nudged(KNOBS[0], 1.0, -3) == 0.25
    assert nudged(KNOBS[1], "OR", 1) == "AND"


@given(st.integers(0, 16), st.sampled_from(["AND", "OR"]))
def test_a_setting_survives_being_shared(steps, goal):
    """What is written as a line is read back as it was."""
    values = {"w 1": -2.0 + 0.25 * steps, "goal": goal}
    assert setting_of(setting_line("topic/demo", KNOBS, values), KNOBS) == values


@pytest.mark.parametrize(
    ("text", "said"),
    [("gaol=OR", "Did you mean goal?"), ("goal=XOR", "is one of"), ("w 1=x", "is a number"),
     ("w 1=9", "goes from"), ("nonsense", "There is no knob")],
)  # fmt: skip
def test_a_setting_that_cannot_be_is_told(text, said):
    with pytest.raises(ValueError, match=r".") as caught:
        setting_of(text, KNOBS)
    assert said in str(caught.value)


def test_words_are_marked_across_runs_and_keep_their_links():
    """Case does not matter; text and links stay as they were."""
    picture = [row(Run("The soft"), Run("max of", Ink(link="a/b")), "x"), row("none")]
    rows, hits = mark(picture, "SOFTMAX")
    assert hits == [0]
    assert plain_text(rows) == plain_text(picture)
    assert [run.text for run in rows[0] if run.ink.reverse] == ["soft", "max"]
    assert {run.ink.link for run in rows[0]} == {"", "a/b"}


@given(st.text(max_size=30), st.text(max_size=5))
def test_marking_changes_no_text(text, words):
    rows, hits = mark([row(text)], words)
    assert "".join(run.text for run in rows[0]) == text
    assert bool(hits) == (bool(words.strip()) and words.lower() in plain(text))


def plain(text):
    return text.replace("\u00a0", " ").lower()


def test_a_difference_shows_what_went_and_what_came():
    text = plain_text(difference("a\nb\nc\n", "a\nx\nc\n"))
    assert text == "  a\n- b\n+ x\n  c"
    assert difference("same\n", "same\n") == []
    assert plain_text(numbered("x = 1\ny = 2")) == "1  x = 1\n2  y = 2"


@given(
    st.text(alphabet=st.characters(min_codepoint=0x2190, max_codepoint=0x28FF), max_size=40)
)
def test_plain_glyphs_take_the_same_room(text):
    """Nothing moves when glyphs are replaced."""
    assert cell_len(ascii_text(text)) == cell_len(text)


def test_drawn_glyphs_become_ascii():
    """Braille by its dots, lines, blocks, marks and letters of formulas."""
    assert ascii_text("⠀⡀⣿│─█✓→𝐰") == " .%|-#v>w"


def test_a_long_line_of_code_goes_on_below():
    """It is broken at a blank, and goes on further in."""
    code = 'if x:\n    print("one long line", "of code", value)\n'
    assert plain_text(listing(code, 32)).split("\n") == [
        "  if x:",
        '      print("one long line",',
        '        ↪ "of code", value)',
    ]


@given(st.text(st.sampled_from("ab (漢é"), max_size=60), st.integers(12, 40))
def test_folding_keeps_every_letter_and_the_width(text, width):
    """Without leads, the pieces are the line again; none is too wide."""
    pieces = ["".join(r.text for r in piece) for piece in folded(row(text), width)]
    assert all(cell_len(piece) <= width for piece in pieces)
    rest = [piece.partition("↪ ")[2] for piece in pieces[1:]]
    assert "".join([pieces[0], *rest]) == text


@pytest.mark.parametrize(
    ("width", "line"),
    [
        (32, "● SGD   ○ momentum   ▲ RMSProp"),
        (28, "● SGD ○ momentum ▲ RMSProp"),
        (22, "● SGD ○ momen ▲ RMSPr"),
        (12, "●   ○   ▲"),
    ],
)
def test_a_legend_shortens_names_before_it_drops_them(width, line):
    """Wide gaps go first, then the ends of names, all names last."""
    canvas = Canvas(width, 1)
    names = zip("●○▲", ("SGD", "momentum", "RMSProp"), strict=True)
    draw_legend(canvas, 0, [Entry(marker, Ink("text"), name) for marker, name in names])
    assert plain_text(canvas.picture()) == line
