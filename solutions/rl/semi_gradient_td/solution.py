"""One step of temporal-difference learning with a linear value function."""

import numpy as np


def td_step(
    w: np.ndarray,
    X: np.ndarray,
    rewards: np.ndarray,
    X_next: np.ndarray,
    terminated: np.ndarray,
    gamma: float,
    rate: float,
) -> tuple[np.ndarray, np.ndarray]:
    """Return the weights after one step, and the TD errors before it.

    Args:
        w: weights of the value function, v(x) = w . x, shape (D,).
        X: features of the states left, one row per transition, shape (N, D).
        rewards: what each transition paid, shape (N,).
        X_next: features of the states reached, shape (N, D).
        terminated: whether the episode ended there, bool, shape (N,).
        gamma: discount of what comes later, from 0 to 1.
        rate: step size.

    Returns:
        w_new: shape (D,).
        errors: target less prediction of each transition, shape (N,).
    """
    # Nothing comes after an end, whatever the weights say about that row.
    later = np.where(terminated, 0.0, X_next @ w)
    errors = rewards + gamma * later - X @ w
    # The target is taken as given: only the prediction moves.
    return w + rate * X.T @ errors / len(X), errors
