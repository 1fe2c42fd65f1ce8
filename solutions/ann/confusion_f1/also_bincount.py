"""Another right way: one number per pair, precision and recall, a guarded division."""

import numpy as np


def ratio(top, bottom):
    return np.divide(top, bottom, out=np.zeros(len(top)), where=bottom > 0)


def confusion_f1(y, yhat, C):
    table = np.bincount(C * y + yhat, minlength=C * C).reshape(C, C)
    hits = table.diagonal().astype(float)
    precision = ratio(hits, table.sum(axis=0))
    recall = ratio(hits, table.sum(axis=1))
    scores = ratio(2 * precision * recall, precision + recall)
    return table, scores, np.mean(scores)
