"""Random numbers scaled by hand; kaiming's own bound; forward by recursion."""

import itertools

import torch
from torch.nn import Module, ModuleList, Parameter, init


class Linear(Module):
    def __init__(self, inputs, outputs, bias=True):
        super().__init__()
        self.weight = Parameter(torch.Tensor(outputs, inputs))
        init.kaiming_uniform_(self.weight, a=5**0.5)
        if bias:
            self.bias = Parameter((2 * torch.rand(outputs) - 1) / inputs**0.5)
        else:
            self.bias = None

    def forward(self, x):
        out = torch.matmul(x, self.weight.t())
        if self.bias is not None:
            out += self.bias
        return out


class MLP(Module):
    def __init__(self, sizes):
        super().__init__()
        pairs = list(itertools.pairwise(sizes))
        self.layers = ModuleList([Linear(*pair) for pair in pairs])

    def forward(self, x, start=0):
        x = self.layers[start](x)
        if start + 1 == len(self.layers):
            return x
        return self.forward(torch.nn.functional.relu(x), start + 1)
