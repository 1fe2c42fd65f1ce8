"""A step size that rises, then falls along a cosine."""

import math


def lr_at(
    step: int, base: float, warmup: int, total: int, floor: float = 0.0
) -> float:
    """Return the step size for one step of training.

    Args:
        step: how many steps were taken before this one, from 0.
        base: the largest step size, reached at the end of the warm-up.
        warmup: steps of the warm-up; 0 for none.
        total: steps of the whole training, more than `warmup`.
        floor: the step size at the end and from then on.
    """
    # TODO: the line, the half cosine, the floor.
    raise NotImplementedError
