"""The adding problem: its batches, and the errors of two easy answers."""

import numpy as np


def adding_batch(
    rng: np.random.Generator, n: int, steps: int
) -> tuple[np.ndarray, np.ndarray]:
    """Return n sequences with two marked numbers each, and their sums.

    Args:
        rng: where all chance comes from.
        n: how many sequences, at least 1.
        steps: their length, at least 2.

    Returns:
        Inputs (n, steps, 2): numbers in channel 0, and in channel 1 zeros
        but for two ones, one in each half. Targets (n,).
    """
    # TODO: numbers, two marks in each row, and the sum of what they mark.
    raise NotImplementedError


def baselines(X: np.ndarray, y: np.ndarray) -> tuple[float, float]:
    """Return the mean squared errors of two answers that remember little.

    Args:
        X: inputs (N, T, 2) as from `adding_batch`.
        y: their targets (N,).

    Returns:
        The error of always answering 1; and the error of answering the
        second marked number plus one half.
    """
    # TODO: two answers for each sequence, each compared with y.
    raise NotImplementedError
