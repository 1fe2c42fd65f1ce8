"""Another right way: other repairs of the same lines."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

EPS = 1e-5

FOUND = dict(
    zip(
        ("head_forward", "conv_forward", "conv_bias_grad", "norm_forward"),
        ("sound", "wrong padding", "mean for sum", "wrong axes"),
        strict=True,
    ),
    pool_backward="counted twice",
)


def conv_forward(x, w, b):
    padded = np.zeros((*x.shape[:2], x.shape[2] + 2, x.shape[3] + 2))
    padded[:, :, 1:-1, 1:-1] = x
    windows = sliding_window_view(padded, (3, 3), axis=(2, 3))
    return np.einsum("nchwuv,ocuv->nohw", windows, w) + b.reshape(1, -1, 1, 1)


def conv_bias_grad(dy):
    return np.einsum("nohw->o", dy)


def norm_forward(x, gamma, beta):
    rows = np.moveaxis(x, 1, 3)
    flat = rows.reshape(-1, x.shape[1])
    unit = (rows - flat.mean(axis=0)) / np.sqrt(flat.var(axis=0) + EPS)
    return np.moveaxis(unit * gamma + beta, 3, 1)


def pool_backward(dy, x):
    dx, left = np.zeros_like(x), np.ones(dy.shape, bool)
    parts = [np.s_[:, :, u::2, v::2] for u in (0, 1) for v in (0, 1)]
    best = np.maximum.reduce([x[part] for part in parts])
    for part in parts:
        mine = left & (x[part] == best)
        dx[part] = dy * mine
        left &= ~mine
    return dx


def head_forward(x, W, b):
    return x.mean(axis=(2, 3)) @ W + b
