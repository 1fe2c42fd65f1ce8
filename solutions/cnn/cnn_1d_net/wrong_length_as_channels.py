"""Takes the 40 places for 40 channels.

Then each weight belongs to one place, nothing slides, and the network is a
dense one in disguise. The channel axis goes in front of the length: (N, 1,
40).

Lesson: cnn/channels#channels-add-up
"""

from torch import nn


def make_model():
    return nn.Sequential(
        nn.Unflatten(1, (40, 1)),
        *_block(40, 64),
        *_block(64, 64),
        nn.Flatten(),
        nn.Linear(64, 10),
    )


def _block(c_in, c_out):
    return (
        nn.Conv1d(c_in, c_out, 5, padding=2, bias=False),
        nn.BatchNorm1d(c_out),
        nn.ReLU(),
    )
