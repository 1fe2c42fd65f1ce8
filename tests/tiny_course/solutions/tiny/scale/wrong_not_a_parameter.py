"""Keeps the weight as a plain tensor.

An optimizer finds parameters, not tensors.

Lesson: tiny/second
"""

import torch
from torch import nn


class Scale(nn.Module):
    def __init__(self, size):
        super().__init__()
        self.weight = 2 * torch.ones(size, requires_grad=True)

    def forward(self, x):
        return x * self.weight
