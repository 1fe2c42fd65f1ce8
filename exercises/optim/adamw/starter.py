"""AdamW: Adam, and weights that decay on their own."""

import numpy as np

from tutor.yours import adam_step


def adamw_step(
    params: list[np.ndarray],
    grads: list[np.ndarray],
    state: dict,
    lr: float = 0.001,
    betas: tuple[float, float] = (0.9, 0.999),
    eps: float = 1e-8,
    decay: float = 0.01,
) -> None:
    """Take one step of AdamW, in place.

    Args:
        params: the arrays to change.
        grads: one gradient for each of them.
        state: what is remembered between steps; empty at the first.
        lr: step size.
        betas: shares kept of the average gradient and of its square.
        eps: keeps the division finite.
        decay: how fast matrices shrink, beside what the gradient does.
    """
    # TODO: for each array: decay if it is a matrix, then Adam's step.
    raise NotImplementedError
