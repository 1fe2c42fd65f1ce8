"""Places the first field as if nothing had been padded.

With a padding of 1 and a kernel of 3 the first window is centred on input 0,
where without padding it is centred on input 1.

Lesson: cnn/depth#the-receptive-field
"""


def receptive_field(layers):
    size, jump, start = (1, 1, 0.0)
    for kernel, stride, _, dilation in layers:
        span = dilation * (kernel - 1)
        size += span * jump
        start += span / 2 * jump
        jump *= stride
    return (size, jump, start)
