"""Values cross exactly or stay where they are; what comes back is believed in nothing."""

import json
import math
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from tutor.errors import WireError
from tutor.wire.values import (
    DTYPES,
    MAX_DEPTH,
    MAX_ITEMS,
    SAFE_INT,
    Decoder,
    Encoder,
    Handle,
    type_name,
)

scalars = (
    st.none()
    | st.booleans()
    | st.integers(-(1 << 200), 1 << 200)
    | st.floats()
    | st.complex_numbers()
    | st.text(max_size=8)
    | st.binary(max_size=8)
)
keys = st.text(max_size=4) | st.integers() | st.floats() | st.tuples(st.integers())
plain = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=4).map(tuple)
        | st.dictionaries(keys, inner, max_size=4)
    ),
    max_leaves=12,
)
tags = st.sampled_from([*"fltdanTibBcsh", "?", ""])
names = st.sampled_from([*sorted(DTYPES), "object", "O", "V8", "<M8[s]", ""])
pieces = scalars.filter(lambda v: not isinstance(v, bytes | complex)) | tags | names
trees = st.recursive(
    pieces,
    lambda inner: (
        st.lists(inner, max_size=5)
        | st.tuples(tags, inner, inner, inner, inner).map(list)
        | st.dictionaries(st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=20,
)


def cross(value, keep=None):
    """Return `value` after its way over the wire, as the judge gets it."""
    encoder = Encoder(keep)
    tree = json.loads(json.dumps(encoder.encode(value)))
    return decode(tree, b"".join(encoder.blobs))


def decode(tree, blob=b""):
    return Decoder(memoryview(blob), Handle).decode(tree)


def facts(array):
    return type(array), array.dtype, array.shape, array.tobytes()


@pytest.fixture
def torch():
    return pytest.importorskip("torch")


@given(plain)
@settings(deadline=None)
def test_plain_values_cross_exactly(value):
    """Numbers, texts, bytes and nests of them arrive as they left, type by type."""
    assert repr(cross(value)) == repr(value)


@given(st.sets(st.integers() | st.text(max_size=4)))
@settings(deadline=None)
def test_sets_cross(value):
    """A set arrives with the same members."""
    assert cross(value) == value


@pytest.mark.parametrize(
    "value",
    [0, SAFE_INT - 1, SAFE_INT, -SAFE_INT, SAFE_INT + 1, 1 << 4095, -(1 << 4095)],
    ids=lambda v: f"{v.bit_length()} bits",
)
def test_integers_cross_at_every_size(value):
    """An integer keeps every digit, also where JSON numbers would round."""
    assert cross(value) == value


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, -0.0, 5e-324])
def test_rare_floats_cross(value):
    """NaN, the infinities, minus zero and the smallest float survive JSON."""
    assert repr(cross(value)) == repr(value)


@pytest.mark.parametrize("size", [(1 << 16) - 1, 1 << 16])
def test_bytes_cross_in_the_tree_and_beside_it(size):
    """Bytes arrive whole whether they are short enough for the tree or not."""
    value = bytes(range(256)) * 256
    assert cross(value[:size]) == value[:size]


@given(st.data(), st.sampled_from(sorted(DTYPES)))
@settings(deadline=None)
def test_arrays_cross_exactly(data, dtype):
    """An array of each dtype and any shape, 0-d and empty too, keeps every bit."""
    shapes = npst.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=4)
    array = data.draw(npst.arrays(dtype, shapes))
    assert facts(cross(array)) == facts(array)


@given(st.data(), st.sampled_from(sorted(DTYPES)))
@settings(deadline=None)
def test_numpy_scalars_cross_exactly(data, dtype):
    """A numpy scalar stays a numpy scalar of its own dtype."""
    scalar = data.draw(npst.arrays(dtype, ()))[()]
    assert facts(cross(scalar)) == facts(scalar)


@pytest.mark.parametrize(
    "array",
    [
        np.arange(24.0).reshape(4, 6)[::2, ::-3],
        np.arange(6.0).reshape(2, 3).T,
        np.broadcast_to(np.float32(2.5), (3, 2)),
        np.asfortranarray(np.arange(6).reshape(2, 3)),
    ],
    ids=["steps", "transposed", "broadcast", "column order"],
)
def test_views_cross_as_their_values(array):
    """An array that does not lie in one piece arrives with the values it shows."""
    assert facts(cross(array)) == facts(array.copy(order="C"))


@pytest.mark.parametrize("dtype", [">f8", ">i4", ">c16", ">f2"])
def test_byte_swapped_arrays_cross_as_their_values(dtype):
    """An array of the other byte order arrives in this machine's, values unchanged."""
    array = np.arange(5).astype(dtype)
    assert facts(cross(array)) == facts(array.astype(array.dtype.newbyteorder("=")))


def test_arrays_in_one_value_keep_their_order():
    """Several arrays in one value each find their own bytes."""
    value = {"w": np.ones((2, 3)), "b": [np.arange(3), np.float16([0.5])]}
    assert repr(cross(value)) == repr(value)


def test_an_array_that_arrived_may_be_written():
    """What arrives is a copy of its own, not a window into the message."""
    assert cross(np.zeros(3)).flags.writeable


@pytest.mark.parametrize("dtype", ["float32", "float64", "int64", "bool", "complex64"])
@pytest.mark.parametrize("shape", [(), (0, 2), (2, 3)])
def test_tensors_cross_exactly(torch, dtype, shape):
    """A tensor of each dtype arrives as a tensor of the same dtype, shape and bits."""
    tensor = torch.ones(shape).to(getattr(torch, dtype))
    found = cross(tensor)
    assert (type(found), facts(found.numpy())) == (torch.Tensor, facts(tensor.numpy()))


def test_conjugated_views_cross_as_their_values(torch):
    """A lazily conjugated tensor arrives conjugated."""
    assert cross(torch.tensor([1 + 2j]).conj()).tolist() == [1 - 2j]


def test_negated_views_cross_as_their_values(torch):
    """A lazily negated tensor arrives negated."""
    assert cross(torch.tensor([1 + 2j]).conj().imag).tolist() == [-2.0]


def test_a_tensor_without_data_stays(torch):
    """A tensor that has no data crosses as a handle."""
    assert type(cross(torch.ones(2, device="meta"), lambda _: 7)) is Handle


@pytest.mark.parametrize("grad", [True, False])
def test_tensors_keep_whether_they_want_gradients(torch, grad):
    """The flag that asks for gradients survives."""
    assert cross(torch.ones(2, requires_grad=grad)).requires_grad is grad


def test_parameters_stay_parameters(torch):
    """A parameter arrives as a parameter."""
    assert type(cross(torch.nn.Parameter(torch.ones(2)))) is torch.nn.Parameter


def test_frozen_parameters_stay_frozen(torch):
    """A parameter that wants no gradient does not want one after crossing either."""
    frozen = torch.nn.Parameter(torch.ones(2), requires_grad=False)
    assert cross(frozen).requires_grad is False


def test_parameters_of_whole_numbers_cross(torch):
    """A parameter of an integer dtype crosses."""
    whole = torch.nn.Parameter(torch.arange(3), requires_grad=False)
    assert cross(whole).tolist() == [0, 1, 2]


def test_a_tensor_arrives_as_an_array_where_torch_is_not_loaded(torch, monkeypatch):
    """A process that never imported torch reads a tensor as an array."""
    encoder = Encoder()
    tree = encoder.encode(torch.ones(2, 2))
    monkeypatch.setitem(sys.modules, "torch", None)
    found = decode(tree, b"".join(encoder.blobs))
    assert facts(found) == facts(np.ones((2, 2), np.float32))


class Liar(list):
    """A subclass that claims to be its base."""

    __class__ = list


class Number(int): ...


class Text(str): ...


class Matrix(np.ndarray): ...


@pytest.mark.parametrize(
    "value",
    [
        Liar([1]),
        Number(1),
        Text("a"),
        np.ones(2).view(Matrix),
        np.array(["a"]),
        np.array([None]),
        np.array(["2020-01-01"], "M8[D]"),
        np.zeros(2, [("a", "f8")]),
        np.longdouble(1),
        np.str_("a"),
        np.ma.masked_array([1.0], [True]),
        bytearray(b"a"),
        range(3),
        object(),
        print,
        int,
    ],
    ids=lambda v: type(v).__name__,
)
def test_everything_else_stays_as_a_handle(value):
    """A subclass, whatever it claims to be, and any unlisted type cross as a handle."""
    kept = []
    found = cross(value, lambda v: kept.append(v) or 41)
    assert (type(found), found.number, found.type_name) == (
        Handle,
        41,
        type(value).__name__,
    )
    assert kept[0] is value


def test_other_tensors_stay_as_handles(torch):
    """Sparse tensors, bfloat16 and subclasses cross as handles."""

    class Mine(torch.Tensor): ...

    values = [
        torch.eye(2).to_sparse(),
        torch.ones(2, dtype=torch.bfloat16),
        torch.ones(2).as_subclass(Mine),
    ]
    assert [type(v) for v in cross(values, lambda _: 1)] == [Handle] * 3


def test_a_numpy_scalar_of_a_forged_module_stays():
    """A subclass of a numpy scalar is a handle, also when it says it is numpy's own."""
    forged = type("float64", (np.float64,), {"__module__": "numpy"})
    assert type(cross(forged(1.0), lambda _: 1)) is Handle


def test_frozensets_keep_their_type_or_stay():
    """A frozenset does not turn into a set on its way."""
    assert type(cross(frozenset([1]), lambda _: 1)) is not set


def test_handles_cross_back_with_their_number():
    """A handle sent back names the same kept value."""
    found = cross(Handle(12, "Net"))
    assert (found.number, found.type_name, repr(found)) == (12, "Net", "<Net object>")


def test_a_handle_needs_a_keeper():
    """Where nothing keeps values, one that cannot cross is an error that names its type."""
    with pytest.raises(WireError, match="type range cannot be sent"):
        cross(range(3))


def test_depth_is_limited_in_both_directions():
    """A list inside a list inside a list ends with an error, on either side."""
    value = tree = None
    for _ in range(MAX_DEPTH + 1):
        value, tree = [value], ["l", [tree]]
    with pytest.raises(WireError, match="too deep"):
        Encoder().encode(value)
    with pytest.raises(WireError, match="too deep"):
        decode(tree)


def test_the_deepest_allowed_value_crosses():
    """Depth at the limit is still sent and read."""
    value = None
    for _ in range(MAX_DEPTH):
        value = [value]
    assert cross(value) == value


def test_a_list_inside_itself_is_refused():
    """A value without end is refused instead of followed."""
    value = []
    value.append(value)
    with pytest.raises(WireError, match="too deep"):
        Encoder().encode(value)


def test_items_are_limited_in_both_directions():
    """A list of too many items is neither sent nor read."""
    with pytest.raises(WireError, match="too many items"):
        Encoder().encode([None] * MAX_ITEMS)
    with pytest.raises(WireError, match="too many items"):
        decode(["l", [None] * MAX_ITEMS])


def test_integers_without_end_are_not_sent():
    """An integer of more than 4096 bits is refused."""
    with pytest.raises(WireError, match="4096 bits"):
        Encoder().encode(1 << 4096)


def test_integers_without_end_are_not_read():
    """An integer longer than any that is sent is refused."""
    with pytest.raises(WireError):
        decode(["i", "f" * 8000])


@given(trees, st.binary(max_size=32))
@settings(deadline=None, max_examples=400)
def test_garbage_is_a_wire_error_and_nothing_else(tree, blob):
    """Whatever JSON comes, decoding gives a value or a WireError."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "torch", None)
        try:
            decode(tree, blob)
        except WireError as error:
            assert str(error)  # noqa: PT017 - either end is right


@pytest.mark.parametrize(
    "tree",
    [
        0.5,
        {},
        [],
        [None],
        [["l", []]],
        ["x", 1],
        ["f"],
        ["f", 1.5],
        ["f", "zero"],
        ["f", "0x1p99999"],
        ["i", 12],
        ["i", "12.5"],
        ["l", 3],
        ["d", [[1]]],
        ["d", [[["l", []], 1]]],
        ["s", [["l", []]]],
        ["b", "0"],
        ["B", 9],
        ["B", "1"],
        ["c", "0x0p+0"],
        ["h", "one", "T"],
        ["h", 1],
        ["n", "float64", ""],
        ["n", "float64", "00"],
        ["n", "object", "00" * 8],
        ["a", 8, "float64"],
        ["a", 9, "float64", [1]],
        ["a", -8, "float64", [1]],
        ["a", 8.0, "float64", [1]],
        ["a", 8, "float64", [2]],
        ["a", 8, "float64", [-1]],
        ["a", 8, "float64", [True]],
        ["a", 8, "float64", [1.0]],
        ["a", 8, "float64", "1"],
        ["a", 8, "float64", [1] * 65],
        ["a", 0, "float64", [0, 1 << 80]],
        ["a", 7, "float64", [1]],
        ["a", 8, "object", [1]],
        ["a", 8, "O", [1]],
        ["a", 8, ["float64"], [1]],
        ["a", 8, "float128", [1]],
        ["T", 8, "float64", [1]],
    ],
    ids=repr,
)
def test_malformed_trees_are_refused(tree):
    """A tree that no encoder makes is a WireError: sizes, shapes, dtypes, forms."""
    with pytest.raises(WireError):
        decode(tree, bytes(8))


@pytest.mark.parametrize(
    ("dtype", "claims"),
    [
        pytest.param("float32", 3, id="no facts"),
        pytest.param("int32", {"parameter": True}, id="whole parameter"),
    ],
)
def test_malformed_tensors_are_refused(torch, dtype, claims):
    """A tensor whose facts are not what an encoder writes gives a value or a WireError."""
    try:
        decode(["T", 0, dtype, [0], claims])
    except WireError as error:
        assert str(error)  # noqa: PT017 - either end is right


def test_an_array_cannot_take_another_ones_bytes():
    """Bytes that one array used are gone for the next."""
    one = ["a", 8, "float64", [1]]
    with pytest.raises(WireError, match="more bytes than came"):
        decode(["l", [one, one]], bytes(8))


def test_names_of_types_are_safe_to_print():
    """A type's name is cut and cleaned, and taken from the type itself."""

    class Meta(type):
        @property
        def __name__(cls):
            raise RuntimeError

    class Plain(metaclass=Meta): ...

    named = type("a\x1b[31m" + "b" * 99, (), {})
    assert (type_name(Plain), type_name(named)) == ("Plain", "a[31m" + "b" * 54)


def test_names_of_handles_are_cleaned_on_arrival():
    """A type name that comes with an escape sequence arrives without it."""
    assert decode(["h", 1, "\x1b[31mred"]).type_name.isprintable()
