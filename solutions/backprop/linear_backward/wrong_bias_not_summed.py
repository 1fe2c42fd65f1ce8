"""Passes `dY` on as the gradient of the bias.

The slope of y = xw + b with respect to b is 1, so for one sample its gradient
is the row of `dY`, and that much is right. But one bias serves all samples:
N rows have to become one array of shape (H,).

Lesson: backprop/matrix_rules#the-bias-is-shared
"""


def linear_backward(X, W, dY):
    dX = dY @ W.T
    dW = X.T @ dY
    db = dY
    return dX, dW, db
