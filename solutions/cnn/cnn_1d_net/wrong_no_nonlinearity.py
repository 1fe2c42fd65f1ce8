"""Leaves out the non-linearities.

Convolutions in a row without anything in between are one convolution, and so
is the whole network one linear layer. Averaging and, in eval mode, norms are
linear too.

Lesson: cnn/architectures#one-pattern
"""

from torch import nn


def make_model():
    return nn.Sequential(
        nn.Unflatten(1, (1, 40)),
        *_block(1, 32),
        nn.AvgPool1d(2),
        *_block(32, 32),
        nn.AvgPool1d(2),
        *_block(32, 32),
        nn.Flatten(),
        nn.Linear(32 * 10, 10),
    )


def _block(c_in, c_out):
    return (
        nn.Conv1d(c_in, c_out, 5, padding=2, bias=False),
        nn.BatchNorm1d(c_out),
    )
