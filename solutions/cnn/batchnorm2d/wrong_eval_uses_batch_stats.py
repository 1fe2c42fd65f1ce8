"""Normalises with the batch's own statistics in eval mode, too.

An image's answer then depends on its neighbours in the batch, and a batch of
one image with one pixel per map cannot be answered at all. What was collected
in training is there to be used now.

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
        if self.training or x.numel() > x.shape[1]:
            count = x.numel() // x.shape[1]
            if count == 1:
                raise ValueError("one value per channel has no spread")
            mean = x.mean(dim=(0, 2, 3))
            var = x.var(dim=(0, 2, 3), correction=0)
            with torch.no_grad():
                keep = self.running_mean.clone(), self.running_var.clone()
                unbiased = var * count / (count - 1)
                self.running_mean.lerp_(mean, self.momentum)
                self.running_var.lerp_(unbiased, self.momentum)
                if not self.training:
                    self.running_mean.copy_(keep[0])
                    self.running_var.copy_(keep[1])
        scale = self.weight / torch.sqrt(var + self.eps)
        return (x - _along(mean)) * _along(scale) + _along(self.bias)


def _along(values):
    return values[:, None, None]


def fold(weight, bias, norm):
    scale = norm.weight / torch.sqrt(norm.running_var + norm.eps)
    shifted = (bias - norm.running_mean) * scale + norm.bias
    return (weight * scale[:, None, None, None], shifted)
