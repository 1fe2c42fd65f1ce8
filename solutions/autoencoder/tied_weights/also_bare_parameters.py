"""Another right way: bare parameters and matrix products."""

import torch
from torch import nn


class Tied(nn.Module):
    def __init__(self, inputs, code):
        super().__init__()
        self.W = nn.Parameter(torch.randn(inputs, code) * inputs**-0.5)
        self.up = nn.Parameter(torch.zeros(code))
        self.down = nn.Parameter(torch.rand(inputs) * 0.1)

    def encode(self, x):
        return (x @ self.W + self.up).tanh()

    def decode(self, z):
        return z @ self.W.mT + self.down

    def forward(self, x):
        return self.decode(self.encode(x))
