"""Images, matrices and clouds of points of a run; see the package's docstring."""

from collections.abc import Sequence
from typing import Any

from tutor.track.records import MAX_ENTRIES, MAX_MISTAKES, MAX_POINTS, MAX_SIDE
from tutor.track.state import put, target

Labels = Sequence[Any] | None


def image(name: str, pixels: Any, step: int = 0) -> None:
    """Track a picture, or several of one size.

    Args:
        name: what it shows.
        pixels: grey (H, W) of any range, colour (H, W, 3) in [0, 1] or whole numbers to 255,
            or a stack of grey tiles (N, H, W). A last axis of 3 is colour.
        step: of the training.

    Raises:
        ValueError: it is of another shape, or a side is over 128.
    """
    if target.ring is None:
        return
    import numpy as np

    array = np.asarray(pixels)
    if array.ndim == 3 and array.shape[-1] == 3:
        put("image", name, step, rows=colours("image", array))
    elif array.ndim == 3 and array.shape[0] == 1:
        put("image", name, step, rows=rows_of("image", array[0]))
    elif array.ndim == 3:
        put("image", name, step, tiles=tiles_of(array))
    else:
        put("image", name, step, rows=rows_of("image", array))


def confusion(
    name: str, counts: Any, step: int = 0, labels: Labels = None,
    mistakes: tuple[Any, Any, Any] | None = None,
) -> None:  # fmt: skip
    """Track a confusion matrix, if wanted with samples that were mistaken.

    Args:
        name: of which data.
        counts: (C, C), a row for each true class, a column for each predicted one.
        step: of the training.
        labels: what the classes are called, C.
        mistakes: images (N, H, W), true classes (N,), predicted classes (N,); the first 24
            are kept.

    Raises:
        ValueError: a shape is another one.
    """
    if target.ring is None:
        return
    body: dict[str, Any] = {"rows": rows_of("confusion", counts)}
    if labels is not None:
        body["labels"] = [str(label)[:60] for label in labels]
    if mistakes is not None:
        images, true, predicted = (part[:MAX_MISTAKES] for part in mistakes)
        body["mistakes"] = {
            "images": tiles_of(images),
            "true": [int(label) for label in true],
            "predicted": [int(label) for label in predicted],
        }
    put("confusion", name, step, **body)


def scatter(name: str, points: Any, labels: Labels = None, step: int = 0) -> None:
    """Track points of a plane, such as a latent space; of over 2,000 an even share is kept.

    Args:
        name: what they are.
        points: (N, 2); points that are not finite are left out.
        labels: one for each point; points of one label share a colour.
        step: of the training.

    Raises:
        ValueError: the points are of another shape.
    """
    if target.ring is None:
        return
    import numpy as np

    array = np.asarray(points, dtype=float)
    if array.ndim != 2 or array.shape[1] != 2:
        raise ValueError(f"track.scatter takes points (N, 2), not {array.shape}")
    chosen = np.flatnonzero(np.isfinite(array).all(axis=1))
    if len(chosen) > MAX_POINTS:
        chosen = chosen[np.linspace(0, len(chosen) - 1, MAX_POINTS).astype(int)]
    body: dict[str, Any] = {"points": rounded(array[chosen])}
    if labels is not None:
        named = np.asarray(labels).ravel()
        body["labels"] = [str(label)[:60] for label in named[chosen].tolist()]
    put("scatter", name, step, **body)


def matrix(
    name: str, values: Any, step: int = 0, rows: Labels = None, columns: Labels = None
) -> None:
    """Track a small table of numbers, such as a kernel or the Q values of a grid.

    Args:
        name: what it is.
        values: (H, W), any range.
        step: of the training.
        rows: what the rows are called, H.
        columns: what the columns are called, W.

    Raises:
        ValueError: it is of another shape.
    """
    if target.ring is None:
        return
    body: dict[str, Any] = {"rows": rows_of("matrix", values)}
    for key, labels in (("row_labels", rows), ("column_labels", columns)):
        if labels is not None:
            body[key] = [str(label)[:60] for label in labels]
    put("matrix", name, step, **body)


def attention(
    name: str, weights: Any, step: int = 0, queries: Labels = None, keys: Labels = None
) -> None:
    """Track attention weights (queries, keys): each row sums to 1."""
    matrix(name, weights, step, queries, keys)


def rows_of(kind: str, values: Any) -> list[list[float]]:
    """Return a table as rows of rounded finite numbers.

    Raises:
        ValueError: it is no table, or too large.
    """
    import numpy as np

    array = np.asarray(values, dtype=float)
    if array.ndim != 2 or max(array.shape, default=0) > MAX_SIDE or array.size == 0:
        raise ValueError(
            f"track.{kind} takes an array (H, W) of at most {MAX_SIDE} a side, "
            f"not one of shape {array.shape}"
        )
    return rounded(array)


def tiles_of(values: Any) -> list[Any]:
    """Return a stack of tables as rows of rounded finite numbers.

    Raises:
        ValueError: it is no stack, or too large.
    """
    import numpy as np

    array = np.asarray(values, dtype=float)
    if array.ndim != 3 or max(array.shape[1:]) > MAX_SIDE or array.size > MAX_ENTRIES:
        raise ValueError(
            f"track.image takes tiles (N, H, W) of at most {MAX_SIDE} a side and "
            f"{MAX_ENTRIES} entries together, not an array of shape {array.shape}"
        )
    return rounded(array)


def colours(kind: str, array: Any) -> list[Any]:
    """Return a picture in colour as rows of whole numbers from 0 to 255."""
    import numpy as np

    if max(array.shape) > MAX_SIDE or array.size == 0:
        raise ValueError(
            f"track.{kind} takes a picture (H, W, 3) of at most {MAX_SIDE} a side, "
            f"not one of shape {array.shape}"
        )
    if array.dtype.kind == "f":
        array = np.nan_to_num(array) * 255
    rows: list[Any] = np.clip(np.round(array), 0, 255).astype(int).tolist()
    return rows


def rounded(array: Any) -> list[Any]:
    """Return an array as lists with about five digits."""
    import numpy as np

    finite = np.nan_to_num(array, posinf=0.0, neginf=0.0)
    size = float(np.abs(finite).max(initial=0.0))
    places = 4 - int(np.floor(np.log10(size))) if size > 0 else 0
    rows: list[Any] = np.round(finite, max(0, min(30, places))).tolist()
    return rows
