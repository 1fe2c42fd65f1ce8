"""Names the three bugs and leaves all of them in the code.

The names are right. Each repair is one line; run your checker on each function
again after you have changed it.

Lesson: backprop/checking#finding-a-planted-bug
"""

import numpy as np

EPS = 1e-5

FOUND = {
    "affine_backward": "mean for sum",
    "tanh_backward": "sound",
    "layernorm_backward": "path missing",
    "loss_backward": "sum for mean",
}


def affine_forward(X, W, b):
    return X @ W + b


def affine_backward(dY, X, W):
    dX = dY @ W.T
    dW = X.T @ dY
    db = dY.mean(axis=0)
    return dX, dW, db


def tanh_forward(X):
    return np.tanh(X)


def tanh_backward(dY, Y):
    return dY * (1 - Y**2)


def layernorm_forward(X, gamma, beta):
    centred = X - X.mean(axis=1, keepdims=True)
    var = (centred**2).mean(axis=1, keepdims=True)
    return gamma * centred / np.sqrt(var + EPS) + beta


def layernorm_backward(dY, X, gamma):
    centred = X - X.mean(axis=1, keepdims=True)
    std = np.sqrt((centred**2).mean(axis=1, keepdims=True) + EPS)
    xhat = centred / std
    dxhat = dY * gamma
    dX = dxhat - dxhat.mean(axis=1, keepdims=True)
    return dX / std, (dY * xhat).sum(axis=0), dY.sum(axis=0)


def log_softmax(logits):
    shifted = logits - logits.max(axis=1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))


def loss_forward(logits, y):
    return -log_softmax(logits)[np.arange(len(y)), y].mean()


def loss_backward(logits, y):
    dlogits = np.exp(log_softmax(logits))
    dlogits[np.arange(len(y)), y] -= 1
    return dlogits
