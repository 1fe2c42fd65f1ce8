"""Another right way: squared distances by inner products, and the diagonal at infinity."""

import numpy as np


def squares(P, Q):
    lengths = (P * P).sum(1)[:, None] + (Q * Q).sum(1)
    return np.maximum(lengths - 2 * np.einsum("id,jd->ij", P, Q), 0)


def precision_recall(real, fake, k):
    answer = []
    for centre, asked in ((real, fake), (fake, real)):
        own = squares(centre, centre)
        np.fill_diagonal(own, np.inf)
        edge = np.partition(own, k - 1, axis=0)[k - 1]
        slack = (squares(asked, centre) - edge).min(axis=1)
        answer.append(np.count_nonzero(slack <= 0) / len(asked))
    return tuple(answer)
