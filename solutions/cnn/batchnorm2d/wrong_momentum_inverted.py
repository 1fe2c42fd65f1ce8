"""Keeps a tenth of the old value and takes nine tenths of the new one.

In torch the momentum of a norm is the share of the *new* batch, the reverse of
what the word means for an optimiser. Inverted, the running statistics jump
with every batch.

Lesson: cnn/depth#normalising-maps
"""

import torch
from torch import nn


class BatchNorm2d(nn.Module):
    def __init__(self, channels, momentum=0.1, eps=1e-05):
        super().__init__()
        self.momentum, self.eps = (momentum, eps)
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer("running_mean", torch.zeros(channels))
        self.register_buffer("running_var", torch.ones(channels))

    def forward(self, x):
        mean, var = (self.running_mean, self.running_var)
        if self.training:
            count = x.numel() // x.shape[1]
            if count == 1:
                raise ValueError("one value per channel has no spread")
            mean = x.mean(dim=(0, 2, 3))
            var = x.var(dim=(0, 2, 3), correction=0)
            with torch.no_grad():
                unbiased = var * count / (count - 1)
                self.running_mean.lerp_(mean, 1 - self.momentum)
                self.running_var.lerp_(unbiased, 1 - self.momentum)
        scale = self.weight / torch.sqrt(var + self.eps)
        return (x - _along(mean)) * _along(scale) + _along(self.bias)


def _along(values):
    return values[:, None, None]


def fold(weight, bias, norm):
    scale = norm.weight / torch.sqrt(norm.running_var + norm.eps)
    shifted = (bias - norm.running_mean) * scale + norm.bias
    return (weight * scale[:, None, None, None], shifted)
