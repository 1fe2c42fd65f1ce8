"""Annealed importance sampling."""

from itertools import pairwise

import numpy as np

from tutor.yours import free_energy, gibbs_step


def ais_log_weights(
    W: np.ndarray,
    b: np.ndarray,
    c: np.ndarray,
    a: np.ndarray,
    betas: np.ndarray,
    chains: int,
    rng: np.random.Generator,
) -> np.ndarray:
    """Return the logarithm of each chain's importance weight.

    Args:
        W: weights, shape (D, H).
        b: visible biases, shape (D,).
        c: hidden biases, shape (H,).
        a: visible biases of the machine at beta 0, shape (D,).
        betas: rungs from 0 to 1, shape (K + 1,).
        chains: how many chains.
        rng: the source of chance.

    Returns:
        Log-weights, shape (chains,).
    """
    # TODO: draws at beta 0; then gain, move, rung after rung.
    raise NotImplementedError


def ais_log_partition(
    W: np.ndarray,
    b: np.ndarray,
    c: np.ndarray,
    a: np.ndarray,
    betas: np.ndarray,
    chains: int,
    rng: np.random.Generator,
) -> float:
    """Return an estimate of log Z.

    Args:
        W: weights, shape (D, H).
        b: visible biases, shape (D,).
        c: hidden biases, shape (H,).
        a: visible biases of the machine at beta 0, shape (D,).
        betas: rungs from 0 to 1, shape (K + 1,).
        chains: how many chains.
        rng: the source of chance.

    Returns:
        log Z_0 plus the logarithm of the mean weight.
    """
    # TODO: log Z_0 plus the log of the mean weight.
    raise NotImplementedError
