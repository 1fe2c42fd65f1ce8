"""Another right way: the starts as a range, and its length."""


def conv_out_shape(size, kernel, stride=1, pad=0, dilation=1):
    result = []
    for axis in range(2):
        k, s, p, d = (
            v[axis] if isinstance(v, tuple) else v
            for v in (kernel, stride, pad, dilation)
        )
        last_start = size[axis] + 2 * p - d * (k - 1)
        starts = range(0, last_start, s)
        if not starts:
            raise ValueError("no place for the window")
        result.append(len(starts))
    return tuple(result)
