"""Averages the bias gradient over the samples instead of summing it.

Every sample adds the same bias, so moving it moves all N scores of its unit,
and their effects on the loss add. Whether the loss is a mean was settled
before: then `dY` carries the 1/N, and dividing here does so twice. The sign of
this mistake is a bias that learns N times more slowly than the weights.

Lesson: backprop/matrix_rules#the-bias-is-shared
"""


def linear_backward(X, W, dY):
    dX = dY @ W.T
    dW = X.T @ dY
    db = dY.mean(axis=0)
    return dX, dW, db
