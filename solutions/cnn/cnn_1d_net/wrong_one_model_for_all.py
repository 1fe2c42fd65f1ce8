"""Returns the same model with every call.

Made once, when the file is loaded, and handed out again and again: whoever
trains a second network continues with the first.

Lesson: cnn/architectures#one-pattern
"""

from torch import nn


def _new():
    return nn.Sequential(
        nn.Unflatten(1, (1, 40)),
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


_model = _new()


def make_model():
    return _model
