"""Another right way: layers and those below them in step, with the helper."""

from tutor.yours import linear_backward


def mlp_backward(params, cache, dlogits):
    found = []
    flowing = dlogits.copy()
    gates = [None] + [z <= 0 for _, z in cache[:-1]]
    steps = zip(params[::-1], cache[::-1], gates[::-1], strict=True)
    for (weights, _), (inputs, _), closed in steps:
        flowing, *pair = linear_backward(inputs, weights, flowing)
        if closed is not None:
            flowing[closed] = 0
        found.insert(0, tuple(pair))
    return found
