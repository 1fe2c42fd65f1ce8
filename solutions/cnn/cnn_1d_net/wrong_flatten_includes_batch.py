"""Flattens the batch axis along with the others.

`x.flatten()` makes one row of everything. `nn.Flatten()` and `x.flatten(1)`
leave the first axis alone, which is where the samples are.

Lesson: cnn/architectures#one-pattern
"""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.one = nn.Conv1d(1, 32, 5, padding=2)
        self.two = nn.Conv1d(32, 32, 5, padding=2)
        self.out = nn.Linear(32 * 10, 10)

    def forward(self, x):
        x = torch.relu(self.one(x[:, None]))
        x = torch.relu(self.two(nn.functional.max_pool1d(x, 2)))
        x = nn.functional.max_pool1d(x, 2)
        return self.out(x.flatten())


def make_model():
    return Net()
