"""Counts one product per weight and input pixel.

The window does its work once for each of its places, which are as many as the
output has pixels. With stride 2 that is a quarter of the input's, and without
padding it is fewer too.

Lesson: cnn/channels#what-a-layer-costs
"""


def conv_cost(size, c_in, c_out, kernel, stride=1, pad=0, groups=1, bias=True):
    if c_in % groups or c_out % groups:
        raise ValueError(f"{groups} groups do not divide {c_in} and {c_out}")
    weights = c_out * (c_in // groups) * kernel[0] * kernel[1]
    height, width = size
    products = weights * height * width
    return (weights + (c_out if bias else 0), products)
