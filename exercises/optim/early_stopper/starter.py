"""Stop training when the held-out loss no longer improves."""

import math

import numpy as np


class EarlyStopper:
    """Watches one number per epoch and keeps the best weights.

    Attributes:
        best_value: the best value so far, None before there is one.
        best_epoch: the epoch it came from, None before there is one.
        best_weights: copies of the weights of that epoch, or None.
    """

    def __init__(
        self, patience: int, min_delta: float = 0.0, mode: str = "min"
    ) -> None:
        """Start without a best value.

        Args:
            patience: updates in a row without improvement before the end.
            min_delta: an improvement must be larger than this.
            mode: "min" if smaller is better, "max" if larger is.
        """
        # TODO: remember the arguments, and that there is no best value yet.
        raise NotImplementedError

    def update(
        self, value: float, epoch: int, weights: list[np.ndarray]
    ) -> bool:
        """Take note of one epoch and return whether to stop.

        Args:
            value: the held-out loss or score.
            epoch: the number of the epoch.
            weights: the arrays of the network as they are now.
        """
        # TODO: does the value improve? Note it, or count; then decide.
        raise NotImplementedError
