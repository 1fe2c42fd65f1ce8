"""Adds the padding to the size of the field.

Padding moves the first window outwards. How many inputs a window spans does
not change.

Lesson: cnn/depth#the-receptive-field
"""


def receptive_field(layers):
    size, jump, start = (1, 1, 0.0)
    for kernel, stride, pad, dilation in layers:
        span = dilation * (kernel - 1)
        size += (span + 2 * pad) * jump
        start += (span / 2 - pad) * jump
        jump *= stride
    return (size, jump, start)
