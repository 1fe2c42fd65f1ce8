"""Parts of a training loop."""

import math

import numpy as np

B1, B2, EPS = 0.9, 0.999, 1e-8

# TODO: what each function had; the task lists the kinds. Then repair it.
FOUND = {
    "ball_step": "?",
    "adam_decay": "?",
    "rate_at": "?",
    "clip": "?",
    "drop": "?",
}


def ball_step(
    w: np.ndarray, g: np.ndarray, v: np.ndarray, lr: float, momentum: float
) -> tuple[np.ndarray, np.ndarray]:
    """Return the new array and its new velocity."""
    v = momentum * v + g
    return w - lr * v, v


def adam_decay(
    w: np.ndarray, g: np.ndarray, state: dict, lr: float, decay: float
) -> np.ndarray:
    """Return the array after decay and one step of Adam; `state` changes."""
    state["t"] = state.get("t", 0) + 1
    state["m"] = B1 * state.get("m", 0.0) + (1 - B1) * g
    state["v"] = B2 * state.get("v", 0.0) + (1 - B2) * g**2
    m_hat = state["m"] / (1 - B1 ** state["t"])
    v_hat = state["v"] / (1 - B1 ** state["t"])
    return (1 - lr * decay) * w - lr * m_hat / (np.sqrt(v_hat) + EPS)


def rate_at(step: int, base: float, warmup: int, total: int) -> float:
    """Return the step size: a line up to `base`, half a cosine down to 0."""
    if step < warmup:
        return base * step / warmup
    done = min(step, total) / total
    return base * (1 + math.cos(math.pi * done)) / 2


def clip(grads: list[np.ndarray], limit: float) -> list[np.ndarray]:
    """Return the gradients, shortened together to at most `limit`."""
    norms = [math.sqrt((g**2).sum()) for g in grads]
    factors = [limit / max(norm, limit) for norm in norms]
    return [g * k for g, k in zip(grads, factors, strict=True)]


def drop(
    X: np.ndarray, p: float, rng: np.random.Generator, train: bool
) -> np.ndarray:
    """Return X with entries dropped with chance p, which is below 1."""
    if not train:
        return X * (1 - p)
    return X * (rng.random(X.shape) >= p) / (1 - p)


if __name__ == "__main__":
    # The hunt begins: one question is asked, four functions are left.
    w, v = np.array([1.0]), np.array([0.0])
    for _ in range(3):
        w, v = ball_step(w, np.array([1.0]), v, lr=0.1, momentum=0.5)
        print("ball_step: w =", w, " v =", v)
