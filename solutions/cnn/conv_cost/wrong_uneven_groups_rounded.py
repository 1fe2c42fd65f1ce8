"""Lets groups that do not divide the channels pass, rounding down.

With 6 channels in 4 groups a layer would leave two of them unread, and nobody
would know. Refuse it.

Lesson: cnn/channels#groups
"""

from tutor.yours import conv_out_shape


def conv_cost(size, c_in, c_out, kernel, stride=1, pad=0, groups=1, bias=True):
    weights = c_out * (c_in // groups) * kernel[0] * kernel[1]
    height, width = conv_out_shape(size, kernel, stride, pad)
    products = weights * height * width
    return (weights + (c_out if bias else 0), products)
