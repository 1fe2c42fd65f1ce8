"""Another right way: everything is accumulated inside the loop, time by time."""

import numpy as np


def rnn_bptt(X, h0, H, Wx, Wh, dH):
    N, T, D = X.shape
    grads = [np.zeros_like(Wx), np.zeros_like(Wh), np.zeros(Wh.shape[0])]
    dX = np.zeros((N, T, D))
    future = 0.0
    for t in range(T - 1, -1, -1):
        total = dH[:, t] + future
        pre = total - total * H[:, t] * H[:, t]
        previous = H[:, t - 1] if t > 0 else h0
        grads[0] += X[:, t].T @ pre
        grads[1] += previous.T @ pre
        grads[2] += pre.sum(axis=0)
        dX[:, t] = pre @ Wx.T
        future = pre @ Wh.T
    return (dX, future, *grads)
