"""MNIST-1D: ten strokes as signals of 40 numbers, made by a seeded generator.

The recipe is S. Greydanus (2020), "Scaling down deep learning" (arXiv:2011.14439): a
template of 12 points is padded, stretched, scaled, shifted, surrounded by correlated noise,
sheared and sampled at 40 places. README.md beside this file is its data sheet.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

STROKES = (
    (5, 6, 6.5, 6.75, 7, 7, 7, 7, 6.75, 6.5, 6, 5),
    (5, 3, 3, 3.4, 3.8, 4.2, 4.6, 5, 5.4, 5.8, 5, 5),
    (5, 6, 6.5, 6.5, 6, 5.25, 4.75, 4, 3.5, 3.5, 4, 5),
    (5, 6, 6.5, 6.5, 6, 5, 5, 6, 6.5, 6.5, 6, 5),
    (5, 4.4, 3.8, 3.2, 2.6, 2.6, 5, 5, 5, 5, 5, 5),
    (5, 3, 3, 3, 3, 5, 6, 6.5, 6.5, 6, 4.5, 5),
    (5, 4, 3.5, 3.25, 3, 3, 3, 3, 3.25, 3.5, 4, 5),
    (5, 7, 7, 6.6, 6.2, 5.8, 5.4, 5, 4.6, 4.2, 5, 5),
    (5, 4, 3.5, 3.5, 4, 5, 5, 4, 3.5, 3.5, 4, 5),
    (5, 4, 3.5, 3.5, 4, 5, 5, 5, 5, 4.7, 4.3, 5),
)
"""How far right the pen is, from top to bottom, for 0 to 9: the paper's templates."""
POINTS = 12
PADDING = (36, 60)
"""Fewest and most zeros behind a template."""
CANVAS = POINTS + PADDING[1]
LENGTH = 40
SCALE = 0.4
SHIFTS = 48
CORRELATED_NOISE = 0.25
BLUR = 2.0
"""Standard deviation, in points, of the Gaussian that smooths the noise."""
WHITE_NOISE = 0.02
SHEAR = 0.75
TRAIN_SHARE = 0.8


@dataclass(frozen=True, slots=True)
class Signals:
    """Training and test signals, in random order."""

    train: Floats
    """Shape (4000, 40); all its numbers together have mean 0 and standard deviation 1."""
    train_labels: npt.NDArray[np.int64]
    """The digit of each signal, 0 to 9, shape (4000,)."""
    test: Floats
    """Shape (1000, 40), on the scale of the training signals."""
    test_labels: npt.NDArray[np.int64]
    """Shape (1000,)."""


def mnist1d(seed: int = 0, count: int = 5000, *, shuffled: bool = False) -> Signals:
    """Return `count` signals, four fifths of them for training; the caller's own arrays.

    Args:
        seed: The same seed gives the same signals.
        count: How many signals, a multiple of 10, so that every digit is equally frequent.
        shuffled: Put the 40 places of every signal into one fixed random order. Only who
            looks at neighbouring places loses anything by it.
    """
    if count < 50 or count % 10:
        raise ValueError(f"count is a multiple of 10 and at least 50, not {count}")
    made = _made(seed, count)
    order = _order(seed) if shuffled else np.arange(LENGTH)
    return Signals(
        made.train[:, order],
        made.train_labels.copy(),
        made.test[:, order],
        made.test_labels.copy(),
    )


def templates() -> Floats:
    """Return the ten noiseless strokes, shape (10, 12); each begins and ends at 0."""
    strokes = np.array(STROKES)
    middle = strokes.mean(axis=1, keepdims=True)
    scaled = (strokes - middle) / strokes.std(axis=1, keepdims=True)
    drawn: Floats = (scaled - scaled[:, :1]) / 6
    return drawn


@lru_cache(maxsize=4)
def _made(seed: int, count: int) -> Signals:
    rng = np.random.default_rng([seed, 1])
    labels = rng.permutation(np.repeat(np.arange(10), count // 10))
    signals = _signals(labels, rng)
    cut = int(count * TRAIN_SHARE)
    signals = (signals - signals[:cut].mean()) / signals[:cut].std()
    return Signals(signals[:cut], labels[:cut], signals[cut:], labels[cut:])


def _order(seed: int) -> npt.NDArray[np.int64]:
    return np.random.default_rng([seed, 2]).permutation(LENGTH)


def _signals(labels: npt.NDArray[np.int64], rng: np.random.Generator) -> Floats:
    """Return one distorted signal for each label, (N, 40)."""
    count = len(labels)
    signals, inked = _stretched(templates()[labels], rng)
    signals *= 1 + SCALE * (rng.random((count, 1)) - 0.5)
    shifts = rng.integers(SHIFTS, size=(count, 1))
    sources = (np.arange(CANVAS) - shifts) % CANVAS
    signals = np.take_along_axis(signals, sources, axis=1)
    inked = np.take_along_axis(inked, sources, axis=1)
    noise = CORRELATED_NOISE * _blurred(rng.standard_normal((count, CANVAS)))
    signals = np.where(inked, signals, noise)
    signals += WHITE_NOISE * rng.standard_normal((count, CANVAS))
    slopes = SHEAR * (rng.random((count, 1)) - 0.5)
    signals -= slopes * np.linspace(-0.5, 0.5, CANVAS)
    return _at(signals, np.linspace(0, CANVAS - 1, LENGTH)[None])


def _stretched(
    strokes: Floats, rng: np.random.Generator
) -> tuple[Floats, npt.NDArray[np.bool_]]:
    """Pad each stroke with zeros and stretch it to the canvas, (N, 72).

    The second array says where a stroke is, even where it happens to be 0.
    """
    low, high = PADDING
    lengths = POINTS + rng.integers(low, high + 1, size=(len(strokes), 1))
    places = np.linspace(0, 1, CANVAS) * (lengths - 1)
    padded = np.pad(strokes, ((0, 0), (0, high)))
    return _at(padded, places), places < POINTS


def _at(signals: Floats, places: Floats) -> Floats:
    """Read each signal at fractional places, linearly between its points."""
    last = signals.shape[1] - 1
    left = np.minimum(places.astype(np.int64), last - 1)
    left = np.broadcast_to(left, (len(signals), left.shape[1]))
    before = np.take_along_axis(signals, left, axis=1)
    after = np.take_along_axis(signals, left + 1, axis=1)
    read: Floats = before + (places - left) * (after - before)
    return read


def _blurred(noise: Floats) -> Floats:
    """Smooth each row with a Gaussian; beyond its ends a row is mirrored."""
    reach = int(4 * BLUR)
    kernel = np.exp(-0.5 * (np.arange(-reach, reach + 1) / BLUR) ** 2)
    mirrored = np.pad(noise, ((0, 0), (reach, reach)), mode="symmetric")
    windows = np.lib.stride_tricks.sliding_window_view(mirrored, len(kernel), axis=1)
    blurred: Floats = windows @ (kernel / kernel.sum())
    return blurred
