"""Another right way: from the output down, growing an interval."""


def receptive_field(layers):
    first, last = 0, 0
    step = 1
    for kernel, stride, pad, dilation in reversed(layers):
        first = first * stride - pad
        last = last * stride - pad + dilation * (kernel - 1)
        step = step * stride
    return last - first + 1, step, (first + last) / 2
