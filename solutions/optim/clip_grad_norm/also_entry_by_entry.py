"""Another right way: loops and math.hypot."""

import math


def clip_grad_norm(grads, limit):
    total = math.hypot(*(x for array in grads for x in array.flat))
    if total <= limit:
        return total
    for array in grads:
        array[...] = array / total * limit
    return total
