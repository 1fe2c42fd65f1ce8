"""Parameters made first and filled by nn.init; einsum; a Sequential by index."""

import math

import torch
import torch.nn as nn


class Linear(nn.Module):
    def __init__(self, inputs, outputs, bias=True):
        nn.Module.__init__(self)
        self.weight = nn.Parameter(torch.zeros((outputs, inputs)))
        self.bias = nn.Parameter(torch.zeros(outputs)) if bias else None
        for parameter in self.parameters():
            edge = 1 / math.sqrt(inputs)
            nn.init.uniform_(parameter, -edge, edge)

    def forward(self, x):
        total = torch.einsum("...i,oi->...o", x, self.weight)
        if self.bias is not None:
            total = total + self.bias
        return total


class MLP(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        stack = []
        for k in range(1, len(sizes)):
            stack.append(Linear(sizes[k - 1], sizes[k]))
        self.layers = nn.Sequential(*stack)

    def forward(self, x):
        last = len(self.layers) - 1
        for k, layer in enumerate(self.layers):
            x = layer(x)
            if k < last:
                x = x.clamp(min=0)
        return x
