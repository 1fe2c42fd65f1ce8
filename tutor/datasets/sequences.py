"""Sequences that come with the course: first names, and the temperature of a sea."""

import gzip
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from tutor.datasets import FOLDER


def first_names() -> list[str]:
    """Return 5,163 distinct first names of a to z, in alphabetical order."""
    packed = (FOLDER / "first_names.txt.gz").read_bytes()
    return gzip.decompress(packed).decode("ascii").split()


class NameSplit(NamedTuple):
    """The names in three parts that share none."""

    train: list[str]
    """4,130 names to learn from."""
    valid: list[str]
    """516 names to decide by."""
    test: list[str]
    """517 names to judge by."""


def split_names(seed: int = 0) -> NameSplit:
    """Return the first names, shuffled by `seed` and parted 80 : 10 : 10."""
    names = first_names()
    order = np.random.default_rng(seed).permutation(len(names)).tolist()
    mixed = [names[place] for place in order]
    ends = len(names) * 8 // 10, len(names) * 9 // 10
    return NameSplit(mixed[: ends[0]], mixed[ends[0] : ends[1]], mixed[ends[1] :])


def sea_temperature() -> npt.NDArray[np.float64]:
    """Return the temperature of the eastern Pacific, month by month.

    732 means in degrees Celsius, from January 1950 to December 2010; the array is the
    caller's own.
    """
    with np.load(FOLDER / "sea_temperature.npz") as stored:
        return np.asarray(stored["thousandths"], dtype=np.float64).ravel() / 1000


def adding_problem(
    count: int, steps: int, rng: np.random.Generator
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Return sequences of two channels, and of each the sum to be found.

    Channel 0 holds numbers between 0 and 1. Channel 1 is 0 but for two places, one in
    each half, where it is 1; the target is the sum of the two numbers marked so.

    Args:
        count: how many sequences.
        steps: their length, at least 2.
        rng: where all chance comes from.

    Returns:
        Inputs (count, steps, 2) and targets (count,). Whoever always answers 1 has a mean
        squared error of 1/6. After Hochreiter and Schmidhuber (1997), Long Short-Term
        Memory, section 5.4, with marks of 0 and 1 and a fixed length.
    """
    X = np.zeros((count, steps, 2))
    X[:, :, 0] = rng.uniform(size=(count, steps))
    rows, half = np.arange(count), steps // 2
    X[rows, rng.integers(0, half, count), 1] = 1
    X[rows, rng.integers(half, steps, count), 1] = 1
    return X, (X[:, :, 0] * X[:, :, 1]).sum(axis=1)
