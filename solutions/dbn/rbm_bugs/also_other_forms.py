"""Another right way: einsum, explicit logs, the three updates written out."""

import numpy as np

FOUND = {
    "update": "decay too far",
    "pcd_gradient": "starts at the data",
    "cd_gradient": "stale value",
    "pseudo_log_likelihood": "flipped sign",
    "free_energy": "sound",
}


def logistic(x):
    small = np.exp(-np.abs(x))
    return np.where(x >= 0, 1 / (1 + small), small / (1 + small))


def free_energy(v, W, b, c):
    x = np.einsum("ni,ij->nj", v, W) + c
    soft = np.maximum(x, 0) + np.log1p(np.exp(-np.abs(x)))
    return -np.einsum("ni,i->n", v, b) - soft.sum(axis=1)


def pseudo_log_likelihood(v, W, b, c):
    now, logs = free_energy(v, W, b, c), []
    for i in range(v.shape[1]):
        other = np.array(v, dtype=float)
        other[:, i] = 1 - other[:, i]
        gap = free_energy(other, W, b, c) - now
        logs.append(np.minimum(gap, 0) - np.log1p(np.exp(-np.abs(gap))))
    return np.sum(logs, axis=0)


def means(rows, units):
    n = len(rows)
    return rows.T @ units / n, rows.sum(axis=0) / n, units.sum(axis=0) / n


def gap_of(one, other):
    return tuple(a - b for a, b in zip(one, other, strict=True))


def cd_gradient(v, W, b, c, rng):
    p = logistic(v @ W + c)
    on = np.where(rng.random(p.shape) < p, 1.0, 0.0)
    dream = logistic(on @ W.T + b)
    return gap_of(means(v, p), means(dream, logistic(dream @ W + c)))


def pcd_gradient(v, chain, W, b, c, rng):
    p = logistic(chain @ W + c)
    on = np.where(rng.random(p.shape) < p, 1.0, 0.0)
    p = logistic(on @ W.T + b)
    new = np.where(rng.random(p.shape) < p, 1.0, 0.0)
    wake = means(v, logistic(v @ W + c))
    return gap_of(wake, means(new, logistic(new @ W + c))), new


def update(parameters, velocities, gradients, rate, momentum, decay):
    W, b, c = parameters
    vW, vb, vc = velocities
    gW, gb, gc = gradients
    vW = momentum * vW + rate * gW - rate * decay * W
    vb = momentum * vb + rate * gb
    vc = momentum * vc + rate * gc
    return (W + vW, b + vb, c + vc), (vW, vb, vc)
