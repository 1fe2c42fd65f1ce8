"""Updates the running statistics in eval mode as well.

Asking a model for an answer must not change it. With this mistake the test set
leaks into the model, and two runs over the same images give two answers.

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
        if not self.training and x.numel() > x.shape[1]:
            with torch.no_grad():
                late = x.mean(dim=(0, 2, 3)), x.var(dim=(0, 2, 3))
                mean, var = mean.clone(), var.clone()
                self.running_mean.lerp_(late[0], self.momentum)
                self.running_var.lerp_(late[1], self.momentum)
        if self.training:
            count = x.numel() // x.shape[1]
            if count == 1:
                raise ValueError("one value per channel has no spread")
            mean = x.mean(dim=(0, 2, 3))
            var = x.var(dim=(0, 2, 3), correction=0)
            with torch.no_grad():
                unbiased = var * count / (count - 1)
                self.running_mean.lerp_(mean, self.momentum)
                self.running_var.lerp_(unbiased, self.momentum)
        scale = self.weight / torch.sqrt(var + self.eps)
        return (x - _along(mean)) * _along(scale) + _along(self.bias)


def _along(values):
    return values[:, None, None]


def fold(weight, bias, norm):
    scale = norm.weight / torch.sqrt(norm.running_var + norm.eps)
    shifted = (bias - norm.running_mean) * scale + norm.bias
    return (weight * scale[:, None, None, None], shifted)
