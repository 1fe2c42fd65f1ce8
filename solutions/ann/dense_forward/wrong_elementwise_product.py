"""Uses `*`, which multiplies entry by entry and sums nothing.

A unit has to *add up* its weighted features. `*` pairs equal positions, or
broadcasts, and leaves D numbers where one sum should stand. It raises an error
for most shapes and quietly runs for square ones. The matrix product is another
operator.

Lesson: ann/layers#one-product-for-all-samples
"""


def dense(x, W, b):
    return x * W + b
