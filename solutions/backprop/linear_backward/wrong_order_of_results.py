"""Returns dW before dX; the contract puts the gradient of the input first.

All three arrays are right. Unpacked by the caller as `dX, dW, db`, the wrong
one is sent down to the layer below. The order follows the arguments: X, W, and
then the bias.

Lesson: backprop/matrix_rules#the-only-product-that-fits
"""


def linear_backward(X, W, dY):
    dX = dY @ W.T
    dW = X.T @ dY
    db = dY.sum(axis=0)
    return dW, dX, db
