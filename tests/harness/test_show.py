"""Values are shown short, with the wrong cells marked, and calls as one would type them."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from tutor.harness.show import (
    MAX_SIDE,
    MAX_TEXT,
    call_text,
    is_large,
    number,
    show,
    summary,
    text_of,
)
from tutor.wire.values import Handle

tables = npst.arrays(
    "float64", npst.array_shapes(min_dims=1, max_dims=2, max_side=MAX_SIDE)
)
nested = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary(),
    lambda inner: st.lists(inner) | st.tuples(inner) | st.dictionaries(st.text(), inner),
)


@pytest.fixture
def torch():
    return pytest.importorskip("torch")


@given(tables, st.data())
@settings(deadline=None)
def test_exactly_the_wrong_cells_are_marked(array, data):
    """Marks are rows and columns of the table, also for an array of one axis."""
    wrong = data.draw(npst.arrays("bool", array.shape))
    table = wrong if wrong.ndim == 2 else wrong[None, :]
    shown = show("x", array, wrong=wrong)
    assert {tuple(cell) for cell in shown.marked} == {
        cell for cell in np.ndindex(table.shape) if table[cell]
    }
    assert np.shape(shown.cells) == table.shape


def test_nothing_is_marked_unless_wrong():
    """A value that is only shown has no marks."""
    assert show("x", np.ones((2, 2))).marked == []


@pytest.mark.parametrize(
    "array",
    [
        np.ones(()),
        np.ones((0, 3)),
        np.ones((2, 2, 2)),
        np.ones(MAX_SIDE + 1),
        np.ones((2, MAX_SIDE + 1)),
    ],
    ids=lambda a: str(a.shape),
)
def test_what_is_no_small_table_has_no_cells(array):
    """Only small arrays of one or two axes become tables; marking them is no error."""
    shown = show("x", array, wrong=np.ones(array.shape, bool))
    assert (shown.cells, shown.marked) == (None, [])


@given(nested)
@settings(deadline=None)
def test_everything_can_be_shown_in_bounded_text(value):
    """Any value that crosses has a text of bounded length."""
    assert len(show("x", value).text) <= MAX_TEXT


def test_long_texts_are_cut_with_a_mark():
    """What does not fit ends in an ellipsis."""
    text = text_of("x" * 2 * MAX_TEXT)
    assert (len(text), text[-1]) == (MAX_TEXT, "…")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, "None"),
        (1.5, "float"),
        (True, "bool"),
        ("a", "str"),
        (np.float32(1), "float32"),
        (np.ones((2, 3), "int8"), "int8 array (2, 3)"),
        (np.ones(3), "float64 array (3,)"),
        (np.ones(()), "float64 array ()"),
        ((), "empty tuple"),
        ([], "empty list"),
        ((1, np.ones(2)), "tuple of 2: int, float64 array (2,)"),
        ([1, 2, 3, 4, 5], "list of 5: int, int, int, int, …"),
        (Handle(1, "Net"), "Net"),
    ],
    ids=repr,
)
def test_a_summary_names_type_dtype_and_shape(value, expected):
    """The summary is the type in words, with dtype and shape of arrays."""
    assert summary(value) == expected


def test_tensors_are_summed_up_as_tensors(torch):
    """A tensor is called a tensor and shown like an array."""
    shown = show("w", torch.ones(1, 2, requires_grad=True))
    assert (shown.summary, shown.cells) == ("float32 tensor (1, 2)", [["1", "1"]])


@pytest.mark.parametrize(
    ("value", "digits", "expected"),
    [
        (1.0, 4, "1"),
        (0.0, 4, "0"),
        (1 / 3, 4, "0.3333"),
        (1 / 3, 7, "0.3333333"),
        (123456.0, 4, "1.235e+05"),
        (1e-7, 4, "1e-07"),
        (float("nan"), 4, "nan"),
        (float("-inf"), 4, "-inf"),
        (123456, 4, "123456"),
        (True, 4, "True"),
        (1 + 2j, 4, "(1+2j)"),
    ],
)
def test_numbers_are_as_short_as_their_digits_allow(value, digits, expected):
    """Floats are rounded to significant digits; whole numbers and names are not."""
    assert number(value, digits) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (np.array([1.0, 0.5]), "[1. , 0.5]"),
        (np.float64(0.5), "0.5"),
        (np.int64(3), "3"),
        ((1, 0.25), "(1, 0.25)"),
        ([1, "a"], "[1, 'a']"),
        (list(range(14)), "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, …]"),
        ("a\x1b[31m", r"'a\x1b[31m'"),
        ({"a": 1}, "{'a': 1}"),
    ],
    ids=["array", "float", "int", "tuple", "list", "long", "escapes", "dict"],
)
def test_text_is_what_python_would_show(value, expected):
    """Values read as in a Python prompt, without escape sequences taking effect."""
    assert text_of(value) == expected


def test_a_tuple_of_one_has_its_comma():
    """A tuple of one item reads as a tuple."""
    assert text_of((1,)) == "(1,)"


@pytest.mark.parametrize(
    ("values", "keywords", "expected"),
    [
        ((), {}, "f()"),
        ((2, 0.5), {}, "f(2, 0.5)"),
        ((np.ones(2), "relu"), {}, "f(x, 'relu')"),
        ((1, 2, np.ones(2)), {}, "f(1, 2, argument 3)"),
        ((np.ones(2),), {"lr": 0.1, "w": np.ones(2)}, "f(x, lr=0.1, w=w)"),
        (([1, 2], [0.125] * 9), {}, "f([1, 2], kind)"),
    ],
    ids=["none", "small", "array", "unnamed", "keywords", "lists"],
)
def test_a_call_reads_as_one_would_type_it(values, keywords, expected):
    """Small values are written out, large ones go by the parameter's name."""
    assert call_text("f", ["x", "kind"], values, keywords) == expected


def test_large_is_what_needs_a_place_of_its_own():
    """Arrays and long collections are large, single values and short texts are not."""
    large = [is_large(v) for v in (np.ones(1), [1] * 20, [1], {"a": 1}, 3, "x" * 99)]
    assert large == [True, True, False, False, False, False]
