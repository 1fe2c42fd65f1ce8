"""Adds up spans as if every stride were 1.

Behind a stride of 2, moving by one output means moving by two inputs. A kernel
of 3 there adds 4 inputs to the field, not 2.

Lesson: cnn/depth#the-receptive-field
"""


def receptive_field(layers):
    size, jump, start = (1, 1, 0.0)
    for kernel, stride, pad, dilation in layers:
        span = dilation * (kernel - 1)
        size += span
        start += (span / 2 - pad) * jump
        jump *= stride
    return (size, jump, start)
