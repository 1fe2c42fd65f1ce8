"""Begins with the first layer's kernel, and so needs one.

With no layers an output *is* an input: size 1, jump 1. Beginning there, the
first layer is a layer like all others, and no case has to be told apart.

Lesson: cnn/depth#the-receptive-field
"""


def receptive_field(layers):
    kernel, stride, pad, dilation = layers[0]
    span = dilation * (kernel - 1)
    (size, jump, start) = (span + 1, stride, span / 2 - pad)
    for kernel, stride, pad, dilation in layers[1:]:
        span = dilation * (kernel - 1)
        size += span * jump
        start += (span / 2 - pad) * jump
        jump *= stride
    return (size, jump, start)
