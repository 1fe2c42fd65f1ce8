"""Ends with a softmax, and so hands out probabilities.

Cross-entropy applies softmax itself. Twice applied, even a perfect answer of
ten classes keeps a loss of 1.46, and the gradients are faint.

Lesson: ann/what_to_minimise#straight-from-logits
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
        nn.Softmax(dim=1),
    )


def _block(c_in, c_out):
    return (
        nn.Conv1d(c_in, c_out, 5, padding=2, bias=False),
        nn.BatchNorm1d(c_out),
        nn.ReLU(),
    )
