"""Divides the gradients of weights and bias by N, as if layers took a mean.

The formula with 1/N is right for a layer whose loss follows at once *and*
whose `dY` was written down without it. Here `dY` is complete: the mean is part
of the loss, and its 1/N came back with everything else. Applied twice it makes
all steps N times too short, which looks like a learning rate that is too
small.

Lesson: backprop/loss_gradient#where-the-mean-goes
"""


def linear_backward(X, W, dY):
    dX = dY @ W.T
    dW = X.T @ dY / len(X)
    db = dY.sum(axis=0) / len(X)
    return dX, dW, db
