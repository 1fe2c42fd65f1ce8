"""Gives the convolution a batch without a channel axis.

A Conv1d takes (N, channels, length). An array of two axes it takes for *one*
signal with N channels: an error for every N but 1.

Lesson: cnn/channels#channels-add-up
"""

from torch import nn


def make_model():
    return nn.Sequential(
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
