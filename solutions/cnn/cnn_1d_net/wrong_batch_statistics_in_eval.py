"""Builds norms that never collect running statistics.

They use the batch's statistics in eval mode as well, so that a signal's answer
depends on its neighbours.

Lesson: cnn/depth#normalising-maps
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
    )


def _block(c_in, c_out):
    return (
        nn.Conv1d(c_in, c_out, 5, padding=2, bias=False),
        nn.BatchNorm1d(c_out, track_running_stats=False),
        nn.ReLU(),
    )
