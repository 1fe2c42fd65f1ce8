"""Lets the dilation spread the layers above, as a stride does.

A dilation spreads the weights *inside* the window. Neighbouring outputs of the
layer still look at neighbouring inputs.

Lesson: cnn/stride_and_padding#dilation
"""


def receptive_field(layers):
    size, jump, start = (1, 1, 0.0)
    for kernel, stride, pad, dilation in layers:
        span = dilation * (kernel - 1)
        size += span * jump
        start += (span / 2 - pad) * jump
        jump *= stride * dilation
    return (size, jump, start)
