"""Leaves one mean over data and fakes in the discriminator's loss.

With as many fakes as data it gives the right number, which is why it survives most tests.
Try six of one kind and two of the other.

Lesson: gan/losses#a-mean-for-each-kind
"""

import numpy as np

FOUND = {
    "judge_loss": "one mean",
    "forger_slope": "saturating",
    "best_answer": "sound",
    "steepness": "mean for sum",
    "duel_step": "moved together",
}


def judge_loss(real: np.ndarray, fake: np.ndarray) -> float:
    good, bad = np.logaddexp(0, -real), np.logaddexp(0, fake)
    return float(2 * np.concatenate([good, bad]).mean())


def forger_slope(fake: np.ndarray) -> np.ndarray:
    real = np.exp(-np.logaddexp(0, -fake))
    return (real - 1) / fake.size


def best_answer(p: np.ndarray, q: np.ndarray) -> np.ndarray:
    total = p + q
    answer = np.full(total.shape, 0.5)
    np.divide(p, total, out=answer, where=total > 0)
    return answer


def steepness(
    W: np.ndarray, v: np.ndarray, x: np.ndarray, gamma: float
) -> float:
    hidden = np.tanh(x @ W)
    slopes = (v * (1 - hidden**2)) @ W.T
    squares = (slopes**2).sum(axis=1)
    return float(gamma / 2 * squares.mean())


def duel_step(
    a: float, b: float, eta: float, gamma: float
) -> tuple[float, float]:
    moved = a - eta * b
    return moved, b + eta * (moved - gamma * b)
