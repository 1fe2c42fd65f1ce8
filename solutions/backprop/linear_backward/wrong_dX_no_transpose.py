"""Multiplies by `W` where its transpose is needed.

(N, H) @ (D, H) has sizes that do not meet, so this raises an error, except in
a layer with as many units as inputs. There it runs, and sends each slope to a
wrong input. Read one entry: input d receives from every unit h the slope of h
times the weight that leads *from d to h*.

Lesson: backprop/matrix_rules#the-only-product-that-fits
"""


def linear_backward(X, W, dY):
    dX = dY @ W
    dW = X.T @ dY
    db = dY.sum(axis=0)
    return dX, dW, db
