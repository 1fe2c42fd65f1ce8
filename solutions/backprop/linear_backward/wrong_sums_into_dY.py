"""Writes the bias gradient into the first row of the caller's `dY`.

`dY[0]` is a view, not a copy, and `out=` writes the sum into it: into the
array that was passed in. Here all three results are still right, because the
other two were computed before. But the caller's gradient is spoilt, and
whoever else waits for it computes with a wrong first row.

Lesson: backprop/broadcasting#one-array-two-owners
"""

import numpy as np


def linear_backward(X, W, dY):
    dX = dY @ W.T
    dW = X.T @ dY
    db = np.sum(dY, axis=0, out=dY[0])
    return dX, dW, db
