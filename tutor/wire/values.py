"""Values as JSON trees plus raw bytes, and back.

By value: None, bool, int, float, complex, str, bytes, list, tuple, dict, set, numpy arrays
and scalars of plain numeric kinds, CPU tensors. Anything else stays where it is and crosses
as a *handle*. Types are compared exactly (``type(x) is list``): a subclass, whatever it
claims to be, is a handle.

A tree is a JSON scalar (None, bool, float, str, int below 2**53) or a list that starts with
a tag.
"""

import sys
from collections.abc import Callable, Collection
from typing import Any

import numpy as np

from tutor.errors import WireError
from tutor.wire.arena import Arena, Place

MAX_DEPTH = 32
MAX_ITEMS = 200_000
DTYPES = frozenset(
    [
        "bool",
        "int8",
        "int16",
        "int32",
        "int64",
        "uint8",
        "uint16",
        "uint32",
        "uint64",
        "float16",
        "float32",
        "float64",
        "complex64",
        "complex128",
    ]
)
SCALARS = frozenset(np.dtype(name).type for name in DTYPES)
SAFE_INT = 1 << 53
MAX_ODD_KEYS = 5000
"""Most keys of one dict or set that are not all text or small ints: the hashes of others can
be made equal, and time grows with the square of their number."""
MAX_DIGITS = 1100
"""Hexadecimal digits of an integer: 4096 bits and some."""


class Handle:
    """A value that stayed in the learner process: its number and its type's name."""

    __slots__ = ("number", "type_name")

    def __init__(self, number: int, type_name: str) -> None:
        self.number = number
        self.type_name = type_name

    def __repr__(self) -> str:
        return f"<{self.type_name} object>"


Keep = Callable[[Any], int]


class Encoder:
    """Turns values into trees, collecting raw bytes in `blobs`.

    Args:
        keep: stores a value that cannot cross and returns the number of its handle.
        arena: shared memory for arrays; what was put there is listed in `placed`.
        offer: stores a function of this side that the other may call, and returns its
            number; without it functions are values like any other.
    """

    def __init__(
        self,
        keep: Keep | None = None,
        arena: Arena | None = None,
        offer: Keep | None = None,
    ) -> None:
        self.blobs: list[bytes] = []
        self.placed: list[Place] = []
        self.keep = keep
        self.arena = arena
        self.offer = offer
        self.items = 0

    def encode(self, value: Any, depth: int = 0) -> Any:
        """Return the tree of `value`.

        Raises:
            WireError: too deep, too many items, or nothing to keep a handle with.
        """
        self.items += 1
        if depth > MAX_DEPTH or self.items > MAX_ITEMS:
            raise WireError("the value is too deep or has too many items to send")
        kind = type(value)
        if value is None or kind is bool or kind is str:
            return value
        if kind is int:
            return value if -SAFE_INT < value < SAFE_INT else self.big(value)
        if kind is float:
            return ["f", value.hex()]
        if kind is list or kind is tuple:
            items = [self.encode(item, depth + 1) for item in value]
            return ["l" if kind is list else "t", items]
        if kind is dict or kind is set:
            check_keys(value)
        if kind is dict:
            pairs = [
                [self.encode(key, depth + 1), self.encode(item, depth + 1)]
                for key, item in value.items()
            ]
            return ["d", pairs]
        return self.rare(value, kind, depth)

    def rare(self, value: Any, kind: type, depth: int) -> Any:
        if kind is np.ndarray and value.dtype.name in DTYPES:
            return self.array(value)
        if kind in SCALARS:
            return ["n", value.dtype.name, value.tobytes().hex()]
        elif kind is bytes:
            return ["b", value.hex()] if len(value) < 1 << 16 else self.raw("B", value)
        elif kind is complex:
            return ["c", value.real.hex(), value.imag.hex()]
        elif kind is set:
            return ["s", [self.encode(item, depth + 1) for item in value]]
        elif kind is Handle:
            return ["h", value.number, value.type_name]
        elif (tree := self.tensor(value, kind)) is not None:
            return tree
        if self.offer is not None and callable(value):
            return ["k", self.offer(value)]
        if self.keep is None:
            raise WireError(f"a value of type {kind.__name__} cannot be sent")
        return ["h", self.keep(value), type_name(kind)]

    def big(self, value: int) -> Any:
        if value.bit_length() > 4096:
            raise WireError("an integer of more than 4096 bits cannot be sent")
        return ["i", hex(value)]

    def raw(self, tag: str, data: bytes, *facts: Any) -> Any:
        if self.arena and tag != "B" and (place := self.arena.place(data)):
            self.placed.append(place)
            return [tag, [place.offset, len(data)], *facts]
        self.blobs.append(data)
        return [tag, len(data), *facts]

    def array(self, value: "np.ndarray[Any, Any]") -> Any:
        strides = bool(value.flags.c_contiguous)
        native = value.astype(value.dtype.newbyteorder("="), order="C", copy=False)
        return self.raw("a", native.tobytes(), value.dtype.name, list(value.shape), strides)

    def tensor(self, value: Any, kind: type) -> Any:
        torch = sys.modules.get("torch")
        if torch is None or kind not in (torch.Tensor, torch.nn.Parameter):
            return None
        dtype = str(value.dtype).removeprefix("torch.")
        on_cpu = value.layout is torch.strided and value.device.type == "cpu"
        if dtype not in DTYPES or not on_cpu:
            return None
        facts = {
            "grad": bool(value.requires_grad),
            "graph": value.grad_fn is not None,
            "parameter": kind is torch.nn.Parameter,
        }
        array = value.detach().resolve_conj().resolve_neg().numpy()
        return self.raw("T", array.tobytes(), dtype, list(value.shape), facts)


class Decoder:
    """Turns one tree back into a value, believing nothing it says.

    Args:
        blob: the raw bytes that came with the tree.
        restore: gives the value for a handle number: the kept object beside the learner's
            code, a `Handle` in the judge.
        arena: shared memory in which arrays may lie; they become views of it.
        offered: gives the function for the number of one offered by the other side.
    """

    def __init__(
        self,
        blob: memoryview,
        restore: Callable[[int, str], Any],
        arena: Arena | None = None,
        offered: Callable[[int], Any] | None = None,
    ) -> None:
        self.blob = blob
        self.at = 0
        self.restore = restore
        self.arena = arena
        self.offered = offered
        self.items = 0

    def decode(self, tree: Any, depth: int = 0) -> Any:
        """Return the value of `tree`.

        Raises:
            WireError: the tree is not one that `Encoder` makes.
        """
        self.items += 1
        if depth > MAX_DEPTH or self.items > MAX_ITEMS:
            raise WireError("a value is too deep or has too many items")
        if tree is None or isinstance(tree, bool | str | int):
            return tree
        if not isinstance(tree, list) or not tree or not isinstance(tree[0], str):
            raise WireError("a value is not in the agreed form")
        try:
            return self.tagged(tree[0], tree[1:], depth + 1)
        except (ValueError, TypeError, IndexError, KeyError, OverflowError) as error:
            raise WireError("a value is not in the agreed form") from error

    def tagged(self, tag: str, rest: list[Any], depth: int) -> Any:
        match tag:
            case "f":
                return float.fromhex(rest[0])
            case "l":
                return [self.decode(item, depth) for item in rest[0]]
            case "t":
                return tuple(self.decode(item, depth) for item in rest[0])
            case "d":
                pairs = rest[0]
                check_keys([pair[0] for pair in pairs])
                return {self.decode(k, depth): self.decode(v, depth) for k, v in pairs}
            case "a":
                return self.array(*rest[:3])
            case "n":
                return np.frombuffer(bytes.fromhex(rest[1]), plain_dtype(rest[0]))[0]
            case "T":
                return self.tensor(*rest)
            case "i":
                if len(rest[0]) > MAX_DIGITS:
                    raise WireError("an integer is too long")
                return int(rest[0], 16)
            case "b" | "B":
                return bytes.fromhex(rest[0]) if tag == "b" else bytes(self.take(rest[0]))
            case "c":
                return complex(float.fromhex(rest[0]), float.fromhex(rest[1]))
            case "s":
                check_keys(rest[0])
                return {self.decode(item, depth) for item in rest[0]}
            case "h":
                return self.restore(int(rest[0]), printable(rest[1]))
            case "k" if self.offered:
                return self.offered(int(rest[0]))
        raise WireError(f"unknown tag {tag[:20]!r}")

    def take(self, size: Any) -> memoryview:
        if self.arena and isinstance(size, list):
            return self.arena.view(*size)
        if not isinstance(size, int) or not 0 <= size <= len(self.blob) - self.at:
            raise WireError("an array claims more bytes than came")
        part = self.blob[self.at : self.at + size]
        self.at += size
        return part

    def array(self, size: Any, dtype: Any, shape: Any) -> "np.ndarray[Any, Any]":
        kind = plain_dtype(dtype)
        if not isinstance(shape, list) or len(shape) > 64:
            raise WireError("a shape is not in the agreed form")
        if any(not isinstance(n, int) or isinstance(n, bool) or n < 0 for n in shape):
            raise WireError("a shape is not in the agreed form")
        array = np.frombuffer(self.take(size), kind).reshape(shape)
        return array if isinstance(size, list) else array.copy()

    def tensor(self, size: Any, dtype: Any, shape: Any, facts: Any) -> Any:
        torch = sys.modules.get("torch")
        array = self.array(size, dtype, shape)
        if torch is None:
            return array
        if not isinstance(facts, dict):
            raise WireError("a tensor is not in the agreed form")
        tensor = torch.from_numpy(array)
        differentiable = tensor.is_floating_point() or tensor.is_complex()
        grad = bool(facts.get("grad")) and differentiable
        if facts.get("parameter"):
            return torch.nn.Parameter(tensor, requires_grad=grad)
        return tensor.requires_grad_(grad)


def check_keys(keys: Collection[Any]) -> None:
    """Refuse keys, or trees of keys, that could take long to be made a dict of."""
    if len(keys) > MAX_ODD_KEYS and not all(
        type(key) is str or (type(key) is int and -SAFE_INT < key < SAFE_INT)
        for key in keys
    ):
        raise WireError("a dict or set has too many keys that are no text or small ints")


def plain_dtype(name: Any) -> "np.dtype[Any]":
    """Return the numpy dtype called `name` if it is a plain numeric one."""
    if name not in DTYPES:
        raise WireError("an array of an unknown dtype")
    dtype: np.dtype[Any] = np.dtype(name)
    return dtype


def type_name(kind: type) -> str:
    """Return a printable name of `kind`, whatever the type says of itself."""
    try:
        name = type.__dict__["__name__"].__get__(kind)
    except Exception:
        return "object"
    return printable(name)


def printable(name: Any) -> str:
    """Return a name without what could move the cursor or change colours."""
    return "".join(c for c in str(name)[:60] if c.isprintable()) or "object"
