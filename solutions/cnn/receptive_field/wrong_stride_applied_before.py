"""Counts a layer's own stride for its own span.

The stride says how far apart the *places* of the window are. Within one window
pixels stay as close as they were; the layers above are the ones that look
through it in larger steps.

Lesson: cnn/depth#the-receptive-field
"""


def receptive_field(layers):
    size, jump, start = (1, 1, 0.0)
    for kernel, stride, pad, dilation in layers:
        jump *= stride
        span = dilation * (kernel - 1)
        size += span * jump
        start += (span / 2 - pad) * jump
    return (size, jump, start)
