"""Adds up what the strides have beyond one, in place of multiplying them.

Two layers of stride 2: a step of one output is two steps of the middle map,
and each of those is two inputs. That makes 4, not 3.

Lesson: cnn/depth#the-receptive-field
"""


def receptive_field(layers):
    size, jump, start = (1, 1, 0.0)
    for kernel, stride, pad, dilation in layers:
        span = dilation * (kernel - 1)
        size += span * jump
        start += (span / 2 - pad) * jump
        jump += stride - 1
    return (size, jump, start)
