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
    X = np.zeros((n, steps, 2))
    X[:, :, 0] = rng.uniform(size=(n, steps))
    half, rows = steps // 2, np.arange(n)
    # The first mark is thus at least half a sequence away from the answer.
    first = rng.integers(0, half, n)
    second = rng.integers(half, steps, n)
    X[rows, first, 1] = 1
    X[rows, second, 1] = 1
    return X, X[rows, first, 0] + X[rows, second, 0]


def baselines(X: np.ndarray, y: np.ndarray) -> tuple[float, float]:
    """Return the mean squared errors of two answers that remember little.

    Args:
        X: inputs (N, T, 2) as from `adding_batch`.
        y: their targets (N,).

    Returns:
        The error of always answering 1; and the error of answering the
        second marked number plus one half.
    """
    later = X[:, X.shape[1] // 2 :]
    second = (later[:, :, 0] * later[:, :, 1]).sum(axis=1)
    errors = 1 - y, second + 0.5 - y
    nothing, recent = (float((error**2).mean()) for error in errors)
    return nothing, recent
