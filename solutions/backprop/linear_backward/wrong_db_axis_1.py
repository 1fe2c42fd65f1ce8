"""Sums the bias gradient over the units instead of the samples.

The result has one number per sample, but there is one bias per unit. Axis 0 of
`dY` runs over the samples, axis 1 over the units; the axis that has to vanish
is the one along which the bias was copied in the forward pass.

Lesson: backprop/matrix_rules#the-bias-is-shared
"""


def linear_backward(X, W, dY):
    dX = dY @ W.T
    dW = X.T @ dY
    db = dY.sum(axis=1)
    return dX, dW, db
