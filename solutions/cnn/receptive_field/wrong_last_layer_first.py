"""Walks through the layers from the last to the first.

The jump that counts for a layer is the product of the strides *below* it. In
reverse order it would be the product of those above.

Lesson: cnn/depth#the-receptive-field
"""


def receptive_field(layers):
    size, jump, start = (1, 1, 0.0)
    for kernel, stride, pad, dilation in reversed(layers):
        span = dilation * (kernel - 1)
        size += span * jump
        start += (span / 2 - pad) * jump
        jump *= stride
    return (size, jump, start)
