"""Divides the weight gradient by the number of samples.

The 1/N belongs to the loss, and arrives here inside `dY` if the loss is a
mean. A layer does not know which loss stands at the end. Divided again at
every layer's weights, the steps come out N times too short, and the bias,
which is not divided, learns N times faster than the weights beside it.

Lesson: backprop/loss_gradient#where-the-mean-goes
"""


def linear_backward(X, W, dY):
    dX = dY @ W.T
    dW = X.T @ dY / len(X)
    db = dY.sum(axis=0)
    return dX, dW, db
