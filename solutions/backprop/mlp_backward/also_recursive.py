"""Another right way: the last layer, then the rest by recursion."""

import numpy as np


def mlp_backward(params, cache, dlogits):
    *below, (fed, _) = cache
    mine = (np.einsum("nd,nh->dh", fed, dlogits), dlogits.sum(0))
    if not below:
        return [mine]
    slope = np.heaviside(below[-1][1], 0)
    down = np.einsum("nh,dh,nd->nd", dlogits, params[-1][0], slope)
    return [*mlp_backward(params[:-1], below, down), mine]
