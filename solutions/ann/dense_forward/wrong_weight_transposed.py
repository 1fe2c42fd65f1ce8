"""Transposes the weights, as if each unit were a row of `W`.

Here each unit is a *column* of W, shape (D, H), so that (N, D) and (D, H) fit
as they stand. Some libraries store the weights of a layer as (H, D) and need
the transpose. With D and H different you get an error; with D = H the product
runs, and every unit uses the weights of another.

Lesson: ann/layers#one-product-for-all-samples
"""


def dense(x, W, b):
    return x @ W.T + b
