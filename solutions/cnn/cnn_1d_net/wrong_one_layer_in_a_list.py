"""Keeps one of its layers in a plain Python list.

A module finds the parameters of modules that are its attributes, not of those
in lists. The network trains, but this layer stays at its random start, is not
saved and does not count.

Lesson: cnn/architectures#one-pattern
"""

from torch import nn


def make_model() -> nn.Module:
    """Return an untrained classifier of signals.

    Returns:
        A module that maps signals (N, 40), float32, to ten logits each,
        shape (N, 10). It has fewer than 60,000 parameters and at least two
        `nn.Conv1d` layers.
    """
    return Net()


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = [nn.Conv1d(1, 32, 5, padding=2)]
        self.rest = _rest()

    def forward(self, x):
        return self.rest(self.first[0](x[:, None]))


def _rest():
    return nn.Sequential(
        nn.BatchNorm1d(32),
        nn.ReLU(),
        nn.MaxPool1d(2),
        *_block(32, 32),
        nn.MaxPool1d(2),
        *_block(32, 32),
        nn.Flatten(),
        nn.Linear(32 * 10, 10),
    )


def _block(c_in, c_out):
    """Return convolution, norm and ReLU; the length stays."""
    return (
        nn.Conv1d(c_in, c_out, 5, padding=2, bias=False),
        nn.BatchNorm1d(c_out),
        nn.ReLU(),
    )
