"""Images, matrices and points become records that pass the check, or an error in words."""

import numpy as np
import pytest

from tutor import track
from tutor.track.checking import checked
from tutor.track.ring import Ring


@pytest.fixture
def taken():
    """Return what a call has tracked, checked."""
    ring = Ring()
    track.connect(ring)
    yield lambda: [checked(item) for item in ring.take()]
    track.connect(None)


def test_a_colour_image_is_whole_numbers(taken):
    """Shares of 1 become numbers to 255; whole numbers stay."""
    track.image("a", [[[0.0, 0.5, 1.0], [2.0, -1.0, np.nan]]], 1)
    track.image("b", np.array([[[0, 7, 255]]], dtype=np.uint8), 1)
    a, b = taken()
    assert (a["rows"], b["rows"]) == ([[[0, 128, 255], [255, 0, 0]]], [[[0, 7, 255]]])


def test_a_stack_is_tiles(taken):
    """Several images come as tiles, one as itself."""
    track.image("a", np.arange(8.0).reshape(2, 2, 2), 1)
    track.image("b", np.ones((1, 2, 2)), 1)
    a, b = taken()
    assert a["tiles"] == [[[0, 1], [2, 3]], [[4, 5], [6, 7]]]
    assert (a["rows"], "tiles" in b) == (a["tiles"][0], False)


def test_small_numbers_keep_their_digits(taken):
    """Rounding is relative to the largest number."""
    track.matrix("a", [[1.23456789e-9, 0.0]], 1)
    assert taken()[0]["rows"] == [[1.2346e-9, 0.0]]


def test_a_confusion_matrix_with_mistakes(taken):
    """Labels and the first 24 mistaken samples come along."""
    mistakes = np.ones((30, 4, 4)), np.zeros(30, dtype=int), np.ones(30, dtype=int)
    track.confusion("test", [[1, 2], [3, 4]], 5, ["no", "yes"], mistakes)
    (record,) = taken()
    assert (record["labels"], len(record["mistakes"]["images"])) == (["no", "yes"], 24)
    assert record["mistakes"]["predicted"] == [1] * 24


def test_a_cloud_is_thinned_with_its_labels(taken):
    """Of many points an even share is kept; those that are not finite are left out."""
    points = np.column_stack([np.arange(10_000.0), np.zeros(10_000)])
    points[0] = np.nan
    track.scatter("latent", points, np.arange(10_000), 3)
    (record,) = taken()
    assert len(record["points"]) == len(record["labels"]) == 2000
    assert record["labels"][0] == "1"
    assert record["points"][-1] == [9999.0, 0.0]


def test_attention_has_words_on_both_sides(taken):
    """Rows are queries, columns keys."""
    track.attention("head", np.eye(2), 1, ["a", "b"], ["c", "d"])
    (record,) = taken()
    assert (record["row_labels"], record["column_labels"]) == (["a", "b"], ["c", "d"])


@pytest.mark.parametrize(
    "call",
    [
        lambda: track.image("a", np.zeros((5, 200, 200))),
        lambda: track.image("a", np.zeros((200, 2, 3))),
        lambda: track.image("a", np.zeros((100, 99, 99))),
        lambda: track.scatter("a", np.zeros((3, 3))),
        lambda: track.matrix("a", np.zeros((2, 2, 2))),
        lambda: track.matrix("a", []),
    ],
)
def test_what_cannot_be_drawn_is_an_error_in_words(taken, call):
    """The error names the shape that is wanted."""
    with pytest.raises(ValueError, match=r"track\.\w+ takes"):
        call()


def test_without_a_ring_nothing_is_looked_at():
    """Outside the tool even nonsense passes."""
    for function in (track.image, track.confusion, track.scatter, track.matrix):
        assert function("a", "nonsense") is None
    assert track.attention("a", "nonsense") is None
    assert track.knob("a", "x", choices=("x", "y")) == "x"


def test_a_knob_of_choices(taken):
    """A text knob gives what was chosen, and nothing that is no choice."""
    choices = ("sgd", "adam")
    assert track.knob("optimizer", "sgd", choices=choices) == "sgd"
    assert taken()[0]["choices"] == ["sgd", "adam"]
    ring = track.state.target.ring
    for published, value in (("adam", "adam"), ("x", "sgd"), (3, "sgd")):
        ring.set_control({"optimizer": published})
        assert track.knob("optimizer", "sgd", choices=choices) == value
