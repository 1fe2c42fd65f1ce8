"""Another right way: other forms of all five."""

import math

import numpy as np

B1, B2, EPS = 0.9, 0.999, 1e-8

FOUND = {
    "ball_step": "sound",
    "adam_decay": "wrong constant",
    "rate_at": "wrong origin",
    "clip": "one by one",
    "drop": "wrong mode",
}


def ball_step(w, g, v, lr, momentum):
    speed = g + np.multiply(v, momentum)
    return np.subtract(w, lr * speed), speed


def adam_decay(w, g, state, lr, decay):
    state["t"] = state.get("t", 0) + 1
    state["m"] = B1 * state.get("m", 0.0) + (1 - B1) * g
    state["v"] = B2 * state.get("v", 0.0) + (1 - B2) * g**2
    scale = math.sqrt(1 - B2 ** state["t"])
    rate = lr / (1 - B1 ** state["t"])
    root = np.sqrt(state["v"]) / scale + EPS
    return w - lr * decay * w - rate * state["m"] / root


def rate_at(step, base, warmup, total):
    if step < warmup:
        return base * step / warmup
    if step >= total:
        return 0.0
    angle = math.pi * (step - warmup) / (total - warmup)
    return base * math.cos(angle / 2) ** 2


def clip(grads, limit):
    norm = np.linalg.norm(np.concatenate([g.ravel() for g in grads]))
    if norm <= limit:
        return [g.copy() for g in grads]
    return [limit / norm * g for g in grads]


def drop(X, p, rng, train):
    if not train:
        return X
    gone = rng.random(X.shape) < p
    return np.where(gone, 0.0, X / (1 - p))
