"""Another right way: own arithmetic for the places, groups one at a time."""

from math import prod


def conv_cost(size, c_in, c_out, kernel, stride=1, pad=0, groups=1, bias=True):
    share_in, rest_in = divmod(c_in, groups)
    share_out, rest_out = divmod(c_out, groups)
    if rest_in or rest_out:
        raise ValueError("groups do not divide the channels")
    places = prod(
        (n + 2 * pad - k) // stride + 1
        for n, k in zip(size, kernel, strict=True)
    )
    total = sum(share_in * share_out * prod(kernel) for _ in range(groups))
    return total + c_out * bias, total * places
