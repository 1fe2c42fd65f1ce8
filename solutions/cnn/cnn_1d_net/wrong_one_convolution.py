"""Has a single convolution, and leaves the rest to a dense layer.

One layer with a kernel of 5 sees five places. What is larger than that, it
cannot put together.

Lesson: cnn/depth#the-receptive-field
"""

from torch import nn


def make_model():
    return nn.Sequential(
        nn.Unflatten(1, (1, 40)),
        *_block(1, 32),
        nn.MaxPool1d(4),
        nn.Flatten(),
        nn.Linear(32 * 10, 10),
    )


def _block(c_in, c_out):
    return (
        nn.Conv1d(c_in, c_out, 5, padding=2, bias=False),
        nn.BatchNorm1d(c_out),
        nn.ReLU(),
    )
