"""Is torch's own layer under another name.

It works, of course. The exercise is to see what `nn.Linear` does for you.

Lesson: pytorch/modules#found-by-assignment
"""

from itertools import pairwise

import torch
from torch import nn


class Linear(nn.Linear):
    def __init__(self, inputs, outputs, bias=True):
        super().__init__(inputs, outputs, bias=bias)


class MLP(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.layers = nn.ModuleList(Linear(i, o) for i, o in pairwise(sizes))

    def forward(self, x):
        for layer in self.layers[:-1]:
            x = torch.relu(layer(x))
        return self.layers[-1](x)
