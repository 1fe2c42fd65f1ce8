"""Another right way: no helper, and the mask from what fed the layer."""

import numpy as np


def mlp_backward(params, cache, dlogits):
    delta = dlogits
    answer = [None] * len(params)
    for k, (weight, bias) in reversed(list(enumerate(params))):
        fed = cache[k][0]
        answer[k] = (np.dot(fed.T, delta), np.add.reduce(delta, axis=0))
        # A ReLU's output is above 0 where its pre-activation is.
        delta = np.where(fed > 0, np.dot(delta, weight.T), 0)
        delta = delta.astype(bias.dtype)
    return answer
