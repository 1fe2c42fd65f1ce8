"""Ends with a log-softmax.

The loss applies it itself, to logits. Applied twice it does no harm, as the
logarithm of probabilities that add up to 1 stays what it is. But other losses
and everyone who reads logits expect logits.

Lesson: ann/what_to_minimise#straight-from-logits
"""

from torch import nn


def make_model() -> nn.Module:
    """Return an untrained classifier of signals.

    Returns:
        A module that maps signals (N, 40), float32, to ten logits each,
        shape (N, 10). It has fewer than 60,000 parameters and at least two
        `nn.Conv1d` layers.
    """
    return nn.Sequential(
        nn.Unflatten(1, (1, 40)),  # one channel
        *_block(1, 32),
        nn.MaxPool1d(2),
        *_block(32, 32),
        nn.MaxPool1d(2),
        *_block(32, 32),
        nn.Flatten(),
        nn.Linear(32 * 10, 10),
        nn.LogSoftmax(dim=1),
    )


def _block(c_in, c_out):
    """Return convolution, norm and ReLU; the length stays."""
    return (
        nn.Conv1d(c_in, c_out, 5, padding=2, bias=False),
        nn.BatchNorm1d(c_out),
        nn.ReLU(),
    )
