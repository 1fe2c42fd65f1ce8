"""Has more parameters than the budget allows.

Nearly all of them sit in the dense layer at the end, as in the networks of
2012. Pool before you flatten, or put fewer channels in front of it.

Lesson: cnn/channels#what-a-layer-costs
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
        nn.Linear(32 * 10, 256),
        nn.ReLU(),
        nn.Linear(256, 10),
    )


def _block(c_in, c_out):
    return (
        nn.Conv1d(c_in, c_out, 5, padding=2, bias=False),
        nn.BatchNorm1d(c_out),
        nn.ReLU(),
    )
