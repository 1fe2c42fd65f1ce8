"""Returns the weight gradient as (H, D), the transpose of the weights.

A gradient has the shape of what it belongs to, because each weight is moved by
its own entry: `W - lr * dW` has to line up. With D = H the transposed matrix
lines up as well, and every weight off the diagonal gets another one's slope.
Here `W` is (D, H), one unit per column.

Lesson: backprop/matrix_rules#the-gradient-of-a-weight-matrix
"""


def linear_backward(X, W, dY):
    dX = dY @ W.T
    dW = dY.T @ X
    db = dY.sum(axis=0)
    return dX, dW, db
