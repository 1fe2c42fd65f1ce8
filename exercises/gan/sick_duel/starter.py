"""Five parts of a duel."""

import numpy as np

# TODO: test each function, repair it, and say here what it had.
FOUND = {
    "judge_loss": "?",
    "forger_slope": "?",
    "best_answer": "?",
    "steepness": "?",
    "duel_step": "?",
}


def judge_loss(real: np.ndarray, fake: np.ndarray) -> float:
    """Return the discriminator's loss, a mean for each kind.

    Args:
        real: logits of real samples, shape (N,).
        fake: logits of fakes, shape (M,).
    """
    good, bad = np.logaddexp(0, -real), np.logaddexp(0, fake)
    return float(2 * np.concatenate([good, bad]).mean())


def forger_slope(fake: np.ndarray) -> np.ndarray:
    """Return the gradient of the non-saturating loss by the logits (M,)."""
    real = np.exp(-np.logaddexp(0, -fake))
    return -real / fake.size


def best_answer(p: np.ndarray, q: np.ndarray) -> np.ndarray:
    """Return the best probability of "real" for densities p and q (N,)."""
    total = p + q
    answer = np.full(total.shape, 0.5)
    np.divide(p, total, out=answer, where=total > 0)
    return answer


def steepness(
    W: np.ndarray, v: np.ndarray, x: np.ndarray, gamma: float
) -> float:
    """Return the penalty R1 for the logit v . tanh(x W).

    Args:
        W: weights, shape (K, H).
        v: weights, shape (H,).
        x: real samples, shape (N, K).
        gamma: weight of the penalty.
    """
    hidden = np.tanh(x @ W)
    slopes = (v * (1 - hidden**2)) @ W.T
    squares = (slopes**2).mean(axis=1)
    return float(gamma / 2 * squares.mean())


def duel_step(
    a: float, b: float, eta: float, gamma: float
) -> tuple[float, float]:
    """Return both numbers after one step, taken in turns."""
    moved = a - eta * b
    return moved, b + eta * (a - gamma * b)
