"""Adam: a step for each entry, measured by the entry's own gradients."""

import numpy as np


def adam_step(
    w: np.ndarray,
    g: np.ndarray,
    state: dict,
    lr: float = 0.001,
    b1: float = 0.9,
    b2: float = 0.999,
    eps: float = 1e-8,
) -> np.ndarray:
    """Return the array after one step of Adam.

    Args:
        w: the array to step from.
        g: the gradient at `w`, of the same shape.
        state: holds "t", "m" and "v" after a step; empty before the first.
        lr: step size.
        b1: share of the average gradient that is kept.
        b2: share of the average square that is kept.
        eps: keeps the division finite where gradients were 0.

    Returns:
        A new array, shape of `w`.
    """
    t = state.get("t", 0) + 1
    m = b1 * state.get("m", 0.0) + (1 - b1) * g
    v = b2 * state.get("v", 0.0) + (1 - b2) * g**2
    state.update(t=t, m=m, v=v)
    # Both averages began at 0. After t steps their weights sum to 1 - b**t:
    # divide by that, and they are averages of gradients alone.
    m_hat = m / (1 - b1**t)
    v_hat = v / (1 - b2**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps)
