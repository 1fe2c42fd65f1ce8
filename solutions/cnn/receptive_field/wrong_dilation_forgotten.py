"""Takes a dilated kernel for a dense one.

With dilation d the weights lie d apart: the span is d times as long. That is
what a dilation is for.

Lesson: cnn/stride_and_padding#dilation
"""


def receptive_field(layers):
    size, jump, start = (1, 1, 0.0)
    for kernel, stride, pad, _ in layers:
        span = kernel - 1
        size += span * jump
        start += (span / 2 - pad) * jump
        jump *= stride
    return (size, jump, start)
