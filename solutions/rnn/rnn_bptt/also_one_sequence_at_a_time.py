"""Another right way: sequences one by one, outer products, recursion in time."""

import numpy as np


def rnn_bptt(X, h0, H, Wx, Wh, dH):
    dX, dh0 = np.zeros(X.shape), np.zeros(h0.shape)
    dWx, dWh, db = np.zeros(Wx.shape), np.zeros(Wh.shape), np.zeros(len(Wh))

    def back(n, t, arriving):
        nonlocal db
        if t < 0:
            dh0[n] = arriving
            return
        slope = (arriving + dH[n, t]) * (1 - np.square(H[n, t]))
        last = h0[n] if t == 0 else H[n, t - 1]
        dWx[:] += np.outer(X[n, t], slope)
        dWh[:] += np.outer(last, slope)
        db = db + slope
        dX[n, t] = Wx @ slope
        back(n, t - 1, Wh @ slope)

    for n in range(len(X)):
        back(n, X.shape[1] - 1, np.zeros(len(Wh)))
    return dX, dh0, dWx, dWh, db
