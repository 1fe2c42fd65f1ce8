"""Reads the first 32 places only.

A length that looks rounder is not the length of the data. Nothing fails: the
network just never hears the end.

Lesson: cnn/architectures#one-pattern
"""

from torch import nn


def make_model():
    return nn.Sequential(
        nn.Unflatten(1, (1, 40)),
        nn.ConstantPad1d((0, -8), 0.0),
        nn.ConstantPad1d((0, 8), 0.0),
        *_block(1, 32),
        nn.MaxPool1d(2),
        *_block(32, 32),
        nn.MaxPool1d(2),
        *_block(32, 32),
        nn.Flatten(),
        nn.Linear(32 * 10, 10),
    )


def _block(c_in, c_out):
    return (
        nn.Conv1d(c_in, c_out, 5, padding=2, bias=False),
        nn.BatchNorm1d(c_out),
        nn.ReLU(),
    )
