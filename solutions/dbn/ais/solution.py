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

    def at(beta: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        return beta * W, (1 - beta) * a + beta * b, beta * c

    start = 0.5 * (1 + np.tanh(a / 2))
    v = (rng.random((chains, len(a))) < start).astype(float)
    log_w = np.zeros(chains)
    for low, high in pairwise(betas):
        # The same rows on both rungs: the gain is a ratio of densities.
        log_w += free_energy(v, *at(low)) - free_energy(v, *at(high))
        v = gibbs_step(v, *at(high), rng)[3]
    return log_w


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
    log_w = ais_log_weights(W, b, c, a, betas, chains, rng)
    log_z0 = len(c) * np.log(2) + np.logaddexp(0, a).sum()
    return float(log_z0 + np.logaddexp.reduce(log_w) - np.log(chains))
