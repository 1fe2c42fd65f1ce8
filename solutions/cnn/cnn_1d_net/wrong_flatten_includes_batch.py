"""Flattens the batch axis along with the others.

`x.flatten()` makes one row of everything. `nn.Flatten()` and `x.flatten(1)`
leave the first axis alone, which is where the samples are.

Lesson: cnn/architectures#one-pattern
"""

from torch import nn


def make_model():
    return nn.Sequential(
        nn.Unflatten(1, (1, 40)),
        *_block(1, 32),
        nn.MaxPool1d(2),
        *_block(32, 32),
        nn.MaxPool1d(2),
        *_block(32, 32),
        nn.Flatten(0),
        nn.Unflatten(0, (-1, 640)),
        nn.Linear(32 * 10, 10),
    )


def _block(c_in, c_out):
    return (
        nn.Conv1d(c_in, c_out, 5, padding=2, bias=False),
        nn.BatchNorm1d(c_out),
        nn.ReLU(),
    )
