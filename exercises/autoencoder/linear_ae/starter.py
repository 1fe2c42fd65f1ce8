"""A linear autoencoder, and the angle between its subspace and another."""

import numpy as np

SPREAD = 0.1


def ae_gradients(
    X: np.ndarray, E: np.ndarray, D: np.ndarray
) -> tuple[float, np.ndarray, np.ndarray]:
    """Return the reconstruction error, and its gradients.

    Args:
        X: centred samples, shape (N, P).
        E: encoder, shape (P, k).
        D: decoder, shape (k, P).

    Returns:
        The error, a float, and the gradients for E and D, in their shapes.
    """
    # TODO: codes, gap, error; then both products.
    raise NotImplementedError


def fit_linear_ae(
    X: np.ndarray, k: int, rng: np.random.Generator, rate: float, steps: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return mean, encoder and decoder after gradient descent.

    Args:
        X: samples, shape (N, P), not centred.
        k: numbers in a code.
        rng: draws the first weights.
        rate: step size.
        steps: how many full-batch steps to take.
    """
    # TODO: centre, draw small weights, descend.
    raise NotImplementedError


def largest_angle(A: np.ndarray, B: np.ndarray) -> float:
    """Return the largest angle between two subspaces, in degrees.

    Args:
        A: its columns span the first subspace, shape (P, k).
        B: its columns span the second, shape (P, k).
    """
    # TODO: orthonormal bases, then cosines.
    raise NotImplementedError
