"""Returns where the field begins and not where its middle is.

The middle is half a span further on. With it, feature maps can be laid over
the image: that is where a detection is drawn.

Lesson: cnn/depth#the-receptive-field
"""


def receptive_field(layers):
    size, jump, start = (1, 1, 0.0)
    for kernel, stride, pad, dilation in layers:
        span = dilation * (kernel - 1)
        size += span * jump
        start += (-pad) * jump
        jump *= stride
    return (size, jump, start)
