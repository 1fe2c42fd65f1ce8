"""Averages over the channels and keeps the places.

The channels say *what* was found, the places where. Averaged over the channels
nothing is left of the what.

Lesson: cnn/pooling#the-largest-of-each-window
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
        nn.Unflatten(1, (1, 32)),
        nn.AvgPool2d((32, 1)),
        nn.Flatten(),
        nn.Linear(10, 10),
    )


def _block(c_in, c_out):
    return (
        nn.Conv1d(c_in, c_out, 5, padding=2, bias=False),
        nn.BatchNorm1d(c_out),
        nn.ReLU(),
    )
