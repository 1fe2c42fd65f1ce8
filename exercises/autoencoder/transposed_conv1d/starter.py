"""A convolution, turned round."""

import numpy as np


def conv_transpose1d(
    z: np.ndarray, w: np.ndarray, stride: int = 1, pad: int = 0
) -> np.ndarray:
    """Return what each number of a short signal stamps onto a long one.

    Args:
        z: short signals, shape (N, C, L).
        w: stamps, shape (C, O, k).
        stride: places from one stamp to the next.
        pad: how many places are cut off at each end.

    Returns:
        Shape (N, O, stride * (L - 1) + k - 2 * pad).
    """
    # TODO: an empty long signal; add stamp after stamp; cut off the ends.
    raise NotImplementedError
