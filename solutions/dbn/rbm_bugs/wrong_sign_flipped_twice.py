"""Flips two signs in the pseudo-likelihood where one was wrong.

The log of a sigmoid of t is minus the softplus of -t. With both signs turned it is plus the
softplus of t, a positive number, and no logarithm of a probability is positive.

Lesson: dbn/watching#pseudo-likelihood
"""

import numpy as np

FOUND = {
    "free_energy": "sound",
    "pseudo_log_likelihood": "flipped sign",
    "cd_gradient": "stale value",
    "pcd_gradient": "starts at the data",
    "update": "decay too far",
}

Three = tuple[np.ndarray, np.ndarray, np.ndarray]


def sigmoid(x: np.ndarray) -> np.ndarray:
    return 0.5 * (1 + np.tanh(x / 2))


def draw(p: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    return (rng.random(p.shape) < p).astype(float)


def free_energy(
    v: np.ndarray, W: np.ndarray, b: np.ndarray, c: np.ndarray
) -> np.ndarray:
    return -(v @ b) - np.logaddexp(0, v @ W + c).sum(axis=1)


def pseudo_log_likelihood(
    v: np.ndarray, W: np.ndarray, b: np.ndarray, c: np.ndarray
) -> np.ndarray:
    now = free_energy(v, W, b, c)
    total = np.zeros(len(v))
    for pixel in range(v.shape[1]):
        other = v.copy()
        other[:, pixel] = 1 - other[:, pixel]
        flipped = free_energy(other, W, b, c)
        total += np.logaddexp(0, flipped - now)
    return total


def cd_gradient(
    v: np.ndarray,
    W: np.ndarray,
    b: np.ndarray,
    c: np.ndarray,
    rng: np.random.Generator,
) -> Three:
    p = sigmoid(v @ W + c)
    h = draw(p, rng)
    pv = sigmoid(h @ W.T + b)
    q = sigmoid(pv @ W + c)
    dW = (v.T @ p - pv.T @ q) / len(v)
    return dW, (v - pv).mean(axis=0), (p - q).mean(axis=0)


def pcd_gradient(
    v: np.ndarray,
    chain: np.ndarray,
    W: np.ndarray,
    b: np.ndarray,
    c: np.ndarray,
    rng: np.random.Generator,
) -> tuple[Three, np.ndarray]:
    h = draw(sigmoid(chain @ W + c), rng)
    chain = draw(sigmoid(h @ W.T + b), rng)
    p, q = sigmoid(v @ W + c), sigmoid(chain @ W + c)
    dW = v.T @ p / len(v) - chain.T @ q / len(chain)
    db = v.mean(axis=0) - chain.mean(axis=0)
    return (dW, db, p.mean(axis=0) - q.mean(axis=0)), chain


def update(
    parameters: Three,
    velocities: Three,
    gradients: Three,
    rate: float,
    momentum: float,
    decay: float,
) -> tuple[Three, Three]:
    new, moving = [], []
    for i in range(3):
        pull = decay * parameters[i] if i == 0 else 0.0
        speed = momentum * velocities[i] + rate * (gradients[i] - pull)
        moving.append(speed)
        new.append(parameters[i] + speed)
    return tuple(new), tuple(moving)
