"""Puts a ReLU behind the last layer.

A logit below zero says "surely not". Cut off at zero all classes that are
unlikely look alike, and those whose logit is cut get no gradient.

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
        nn.Flatten(),
        nn.Linear(32 * 10, 10),
        nn.ReLU(),
    )


def _block(c_in, c_out):
    return (
        nn.Conv1d(c_in, c_out, 5, padding=2, bias=False),
        nn.BatchNorm1d(c_out),
        nn.ReLU(),
    )
