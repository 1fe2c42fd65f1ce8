"""One step of a GRU."""

import numpy as np


def gru_cell(
    x: np.ndarray,
    h: np.ndarray,
    Wx: np.ndarray,
    Wh: np.ndarray,
    bx: np.ndarray,
    bh: np.ndarray,
) -> np.ndarray:
    """Return the state after one step.

    Args:
        x: inputs of this step, shape (N, D).
        h: the state before, shape (N, H).
        Wx: weights of the input, shape (D, 3 H): the blocks of the reset
            gate, the update gate and the candidate.
        Wh: weights of the state, shape (H, 3 H), in the same order.
        bx: bias that goes with the input, shape (3 H,).
        bh: bias that goes with the state, shape (3 H,).

    Returns:
        The state after the step, (N, H).
    """
    # TODO: two gates, a candidate, a mixture.
    raise NotImplementedError
