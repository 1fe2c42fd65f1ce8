"""Another right way: the products of the strides first, then two sums."""

from itertools import accumulate
from operator import mul


def receptive_field(layers):
    jumps = list(accumulate((s for _, s, _, _ in layers), mul, initial=1))
    spans = [d * (k - 1) for k, _, _, d in layers]
    reach = sum(a * j for a, j in zip(spans, jumps, strict=False))
    frame = sum(p * j for (_, _, p, _), j in zip(layers, jumps, strict=False))
    return 1 + reach, jumps[-1], reach / 2 - frame
