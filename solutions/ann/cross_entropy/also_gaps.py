"""Another right way: only the gaps to the true score count."""

import numpy as np


def cross_entropy(scores, truth):
    own = np.take_along_axis(scores, truth[:, None], axis=1)
    gaps = scores - own
    top = np.max(gaps, axis=1)
    total = np.einsum("nc->n", np.exp(gaps - top[:, np.newaxis]))
    return np.mean(top + np.log(total))
