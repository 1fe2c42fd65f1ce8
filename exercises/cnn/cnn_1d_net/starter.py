"""A small convolutional network for signals of 40 numbers."""

from torch import nn


def make_model() -> nn.Module:
    """Return an untrained classifier of signals.

    Returns:
        A module that maps signals (N, 40), float32, to ten logits each,
        shape (N, 10). It has fewer than 60,000 parameters and at least two
        `nn.Conv1d` layers.
    """
    # TODO: a channel axis, a few blocks of convolution, norm and ReLU with
    # pooling in between, and one dense layer at the end.
    raise NotImplementedError
