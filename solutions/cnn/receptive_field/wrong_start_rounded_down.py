"""Rounds half spans down.

An even kernel has no pixel in its middle; the middle lies between two of them.
Rounding at each layer shifts the map by half a pixel, and then by more.

Lesson: cnn/depth#the-receptive-field
"""


def receptive_field(layers):
    size, jump, start = (1, 1, 0.0)
    for kernel, stride, pad, dilation in layers:
        span = dilation * (kernel - 1)
        size += span * jump
        start += (span // 2 - pad) * jump
        jump *= stride
    return (size, jump, start)
