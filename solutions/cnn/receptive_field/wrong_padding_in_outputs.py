"""Subtracts the padding without the jump.

Padding is counted in pixels of the map it is added to. Behind a stride of 2
one of those is two inputs wide.

Lesson: cnn/depth#the-receptive-field
"""


def receptive_field(layers):
    size, jump, start = (1, 1, 0.0)
    for kernel, stride, pad, dilation in layers:
        span = dilation * (kernel - 1)
        size += span * jump
        start += span / 2 * jump - pad
        jump *= stride
    return (size, jump, start)
