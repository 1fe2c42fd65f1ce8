"""Solves G = r + gamma * (G of the next step, or what is known there)."""

import numpy as np


def reward_to_go(rewards, terminated, gamma, truncated=None, after=None):
    r = np.asarray(rewards)
    T = r.shape[0]
    cut = np.zeros(T, dtype=bool) if truncated is None else truncated | False
    cut[T - 1] = True
    tail = np.zeros(T) if after is None else np.asarray(after, dtype=float)
    on = ~(terminated | cut)
    A = np.eye(T) - gamma * np.diag(on[:-1].astype(float), 1)
    b = r + gamma * np.where(cut & ~terminated, tail, 0.0)
    G = np.linalg.solve(A, b)
    return G.astype(r.dtype if r.dtype.kind == "f" else float)
