"""Values prepared for the eye: short text, and small arrays as tables."""

import sys
from itertools import islice
from typing import Any

import numpy as np

from tutor.harness.learner import Remote
from tutor.protocol import Shown
from tutor.wire.values import Handle, type_name

MAX_SIDE = 8
"""Largest table shown cell by cell: fits beside another in 80 columns."""
MAX_TEXT = 600
MAX_PARTS = 12
"""Most parts of a list, tuple or dict that are shown."""


def show(label: str, value: Any, *, wrong: Any = None, digits: int = 4) -> Shown:
    """Return `value` prepared for the eye.

    Args:
        label: what the value is, such as ``z`` or ``expected``.
        value: any value that crossed.
        wrong: boolean array of the value's shape; its true cells are marked.
        digits: significant digits of floats.
    """
    array = as_array(value)
    if array is None:
        return Shown(label, summary(value), text_of(value, digits))
    cells, marked = None, []
    if array.ndim in (1, 2) and array.size and max(array.shape) <= MAX_SIDE:
        table = array if array.ndim == 2 else array[None, :]
        cells = [[number(item, digits) for item in line] for line in table.tolist()]
        if wrong is not None:
            marked = np.argwhere(np.reshape(wrong, table.shape)).tolist()
    return Shown(label, summary(value), text_of(value, digits), cells, marked)


def as_array(value: Any) -> "np.ndarray[Any, Any] | None":
    """Return a tensor or array as an array; None for anything else."""
    torch = sys.modules.get("torch")
    if torch is not None and isinstance(value, torch.Tensor):
        return np.asarray(value.detach().numpy())
    return value if isinstance(value, np.ndarray) else None


def summary(value: Any) -> str:
    """Return type, dtype and shape in words."""
    if isinstance(value, np.ndarray):
        return f"{value.dtype.name} array {shape_text(value.shape)}"
    if as_array(value) is not None:
        dtype = str(value.dtype).removeprefix("torch.")
        return f"{dtype} tensor {shape_text(tuple(value.shape))}"
    if isinstance(value, tuple | list):
        kind = "tuple" if isinstance(value, tuple) else "list"
        inner = ", ".join(summary(item) for item in value[:4])
        more = ", …" if len(value) > 4 else ""
        return f"{kind} of {len(value)}: {inner}{more}" if value else f"empty {kind}"
    if isinstance(value, Remote) and value._handle is not None:
        value = value._handle
    if isinstance(value, Handle):
        return value.type_name
    return "None" if value is None else type_name(type(value))


def shape_text(shape: tuple[int, ...]) -> str:
    return "(" + ", ".join(map(str, shape)) + ("," if len(shape) == 1 else "") + ")"


def text_of(value: Any, digits: int = 4) -> str:
    """Return `value` as short text."""
    array = as_array(value)
    if array is not None:
        with np.printoptions(precision=digits, threshold=40, edgeitems=3, linewidth=72):
            text = np.array2string(array, separator=", ")
    elif isinstance(value, tuple | list):
        inner = ", ".join(text_of(item, digits) for item in value[:12])
        more = ", …" if len(value) > 12 else ""
        more = "," if len(value) == 1 and isinstance(value, tuple) else more
        text = f"({inner}{more})" if isinstance(value, tuple) else f"[{inner}{more}]"
    elif isinstance(value, dict):
        pairs = [
            f"{text_of(key, digits)}: {text_of(item, digits)}"
            for key, item in islice(value.items(), MAX_PARTS)
        ]
        text = "{" + ", ".join(pairs) + (", …}" if len(value) > MAX_PARTS else "}")
    elif isinstance(value, str | bytes):
        text = repr(value[:MAX_TEXT])
    elif isinstance(value, float | np.floating):
        text = number(float(value), digits)
    elif isinstance(value, np.generic):
        text = str(value.item())
    else:
        text = repr(value)
    return text if len(text) <= MAX_TEXT else text[: MAX_TEXT - 1] + "…"


def number(value: Any, digits: int = 4) -> str:
    """Return one number as short as `digits` significant digits allow."""
    if isinstance(value, bool | int | complex):
        return str(value)
    if value == 0 or not np.isfinite(value):
        return str(value).removesuffix(".0")
    return f"{value:.{digits}g}"


def call_text(
    name: str, parameters: list[str], values: tuple[Any, ...], keywords: Any
) -> str:
    """Return a call as a learner would write it: arrays by name, small values in full."""
    parts = []
    for i, value in enumerate(values):
        parameter = parameters[i] if i < len(parameters) else f"argument {i + 1}"
        parts.append(parameter if is_large(value) else text_of(value))
    for key, value in keywords.items():
        parts.append(f"{key}={key if is_large(value) else text_of(value)}")
    return f"{name}({', '.join(parts)})"


def is_large(value: Any) -> bool:
    """Return whether a value is shown beside a call instead of in it."""
    if isinstance(value, list | tuple | dict):
        return len(text_of(value)) > 24
    return as_array(value) is not None
