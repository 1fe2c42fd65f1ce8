"""Adds the weight.

The forward pass multiplies.

Lesson: tiny/second
"""

import torch
from torch import nn


class Scale(nn.Module):
    def __init__(self, size):
        super().__init__()
        self.weight = nn.Parameter(2 * torch.ones(size))

    def forward(self, x):
        return x + self.weight
