"""Train an RBM: momentum, decay, and chains that persist."""

import numpy as np

from tutor.yours import gibbs_step


def sigmoid(x: np.ndarray) -> np.ndarray:
    """Return the sigmoid of every entry; tanh does not overflow."""
    return 0.5 * (1 + np.tanh(x / 2))


def rbm_step(
    state: dict,
    v: np.ndarray,
    rng: np.random.Generator,
    rate: float,
    momentum: float,
    decay: float,
    k: int,
    persistent: bool,
) -> dict:
    """Return the state after one update from one mini-batch.

    Args:
        state: parameters "W", "b", "c", velocities "vW", "vb", "vc", and
            "chain", visible rows that persist between updates.
        v: the mini-batch, shape (N, D).
        rng: the source of chance of gibbs_step.
        rate: step size.
        momentum: share of the velocity that is kept.
        decay: pull of the weights towards 0.
        k: number of Gibbs steps.
        persistent: whether the chain goes on from state["chain"].

    Returns:
        A new dict with the same keys.
    """
    # TODO: the chain, two phases, velocities, a new dict.
    raise NotImplementedError


def rbm_fit(
    X: np.ndarray,
    hidden: int,
    rng: np.random.Generator,
    epochs: int = 20,
    rate: float = 0.1,
    batch: int = 50,
    decay: float = 0.0002,
    k: int = 1,
    persistent: bool = False,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the parameters (W, b, c) of an RBM trained on the rows of X.

    Args:
        X: data, shape (N, D), values from 0 to 1.
        hidden: number of hidden units.
        rng: decides all that is random.
        epochs: visits of the whole data.
        rate: step size.
        batch: rows per update.
        decay: weight decay.
        k: Gibbs steps per update.
        persistent: PCD if true, else CD.

    Returns:
        W (D, hidden), b (D,), c (hidden,).
    """
    # TODO: the first state, epochs, batches.
    raise NotImplementedError
