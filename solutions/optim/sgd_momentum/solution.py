"""Steps with a memory: gradient descent with momentum."""

import numpy as np


def sgd_step(
    params: list[np.ndarray],
    grads: list[np.ndarray],
    state: dict,
    lr: float,
    momentum: float = 0.0,
    nesterov: bool = False,
) -> None:
    """Take one step of gradient descent with momentum, in place.

    Args:
        params: the arrays to change.
        grads: one gradient for each of them.
        state: what is remembered between steps; empty at the first.
        lr: step size of this step.
        momentum: share of the velocity that is kept, in [0, 1).
        nesterov: whether to look one step ahead.
    """
    for i, (theta, grad) in enumerate(zip(params, grads, strict=True)):
        # A new array: the caller will overwrite the gradient.
        velocity = momentum * state.get(i, 0.0) + grad
        state[i] = velocity
        ahead = grad + momentum * velocity if nesterov else velocity
        # The step size stays out of the velocity, so that lowering it acts
        # at once and on all that was gathered.
        theta -= lr * ahead
