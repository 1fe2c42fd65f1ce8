"""Adds the whole kernel for each layer.

Two windows of 3 that lie side by side, moved by one, share two pixels: stacked
they see 5 inputs, not 6. Each further layer adds what its kernel has beyond
one.

Lesson: cnn/depth#the-receptive-field
"""


def receptive_field(layers):
    size, jump, start = (1, 1, 0.0)
    for kernel, stride, pad, dilation in layers:
        span = dilation * (kernel - 1)
        size += (span + 1) * jump
        start += (span / 2 - pad) * jump
        jump *= stride
    return (size, jump, start)
