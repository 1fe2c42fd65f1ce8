"""Compares with the value of the epoch before.

A loss that rises by 3 and falls by 1, again and again, "improves" every second time while
it climbs. What counts is the best value so far.

Lesson: optim/overfitting#stopping-early
"""

import math


class EarlyStopper:
    def __init__(self, patience, min_delta=0.0, mode="min"):
        self.patience = patience
        self.min_delta = min_delta
        self.sign = 1 if mode == "min" else -1
        self.waited = 0
        self.best_value = self.best_epoch = self.best_weights = None

    def update(self, value, epoch, weights):
        better = self._improves(value)
        self.last = value
        if better:
            self.waited = 0
            self.best_value, self.best_epoch = value, epoch
            self.best_weights = [w.copy() for w in weights]
        else:
            self.waited += 1
        return self.waited >= self.patience

    def _improves(self, value):
        if self.best_value is None:
            return not math.isnan(value)
        return self.sign * (self.last - value) > self.min_delta
