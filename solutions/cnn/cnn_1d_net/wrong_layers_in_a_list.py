"""Keeps its layers in a plain Python list.

A module finds the parameters of modules that are its attributes, not of those
in lists. The optimiser then has nothing to train. `nn.ModuleList` and
`nn.Sequential` are found.

Lesson: cnn/architectures#one-pattern
"""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.blocks = [
            nn.Conv1d(1, 32, 5, padding=2),
            nn.Conv1d(32, 32, 5, padding=2),
        ]
        self.out = nn.Linear(32, 10)

    def forward(self, x):
        x = x[:, None]
        for block in self.blocks:
            x = torch.relu(block(x))
        return self.out(x.amax(dim=2))


def make_model():
    return Net()
