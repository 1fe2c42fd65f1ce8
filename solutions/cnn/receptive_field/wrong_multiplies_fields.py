"""Multiplies the fields of the layers.

Windows that overlap add what they do not share. Fields multiply only where
windows lie side by side, with a stride as large as the kernel.

Lesson: cnn/depth#the-receptive-field
"""


def receptive_field(layers):
    size, jump, start = (1, 1, 0.0)
    for kernel, stride, pad, dilation in layers:
        span = dilation * (kernel - 1)
        size *= span + 1
        start += (span / 2 - pad) * jump
        jump *= stride
    return (size, jump, start)
