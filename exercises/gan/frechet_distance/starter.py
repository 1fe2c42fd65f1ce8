"""The distance between two clouds."""

import numpy as np


def frechet_distance(a: np.ndarray, b: np.ndarray) -> float:
    """Return the squared Fréchet distance of two sets of features.

    Args:
        a: features of one set, shape (N, D).
        b: features of the other, shape (M, D).
    """
    # TODO: means, covariances, and the root of a matrix.
    raise NotImplementedError
