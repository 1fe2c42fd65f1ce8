"""Leaves the hidden biases at full strength on every rung.

At beta 0 the hidden units must be fair coins, as the base machine has no hidden biases:
weights and both kinds of biases grow with beta.

Lesson: dbn/partition#a-ladder-of-machines
"""

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

    def at(beta: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        return beta * W, (1 - beta) * a + beta * b, c

    start = 0.5 * (1 + np.tanh(a / 2))
    v = (rng.random((chains, len(a))) < start).astype(float)
    log_w = np.zeros(chains)
    for low, high in pairwise(betas):
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
    log_w = ais_log_weights(W, b, c, a, betas, chains, rng)
    log_z0 = len(c) * np.log(2) + np.logaddexp(0, a).sum()
    return float(log_z0 + np.logaddexp.reduce(log_w) - np.log(chains))
