"""Another right way: infinity as the first best, epochs counted by update."""

import copy

import numpy as np


class EarlyStopper:
    def __init__(self, patience, min_delta=0.0, mode="min"):
        self.limit, self.margin = patience, min_delta
        self.larger = mode == "max"
        self.bar = -np.inf if self.larger else np.inf
        self.best_value, self.best_epoch, self.best_weights = None, None, None
        self.updates = self.last_good = 0

    def update(self, value, epoch, weights):
        self.updates += 1
        gain = value - self.bar if self.larger else self.bar - value
        if gain > self.margin:
            self.bar = self.best_value = value
            self.best_epoch = epoch
            self.best_weights = copy.deepcopy(list(weights))
            self.last_good = self.updates
        return bool(self.updates - self.last_good >= self.limit)
