"""Averages the labels' numbers over the batch.

Each sample is then told which classes are in the batch, and not which one it is to be.

Lesson: gan/labels#where-the-label-enters
"""

import torch
from torch import nn

CODE = 8


class Generator(nn.Module):
    def __init__(self, noise: int, classes: int, outputs: int) -> None:
        super().__init__()
        self.code = nn.Embedding(classes, CODE)
        self.body = nn.Sequential(
            nn.Linear(noise + CODE, 64),
            nn.ReLU(),
            nn.Linear(64, 64),
            nn.ReLU(),
            nn.Linear(64, outputs),
        )

    def forward(self, z: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
        code = self.code(labels).mean(dim=0).expand(len(z), -1)
        return self.body(torch.cat([z, code], dim=1))


class Discriminator(nn.Module):
    def __init__(self, inputs: int, classes: int) -> None:
        super().__init__()
        self.code = nn.Embedding(classes, CODE)
        self.body = nn.Sequential(
            nn.Linear(inputs + CODE, 64),
            nn.ReLU(),
            nn.Linear(64, 64),
            nn.ReLU(),
            nn.Linear(64, 1),
        )

    def forward(self, x: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
        code = self.code(labels).mean(dim=0).expand(len(x), -1)
        return self.body(torch.cat([x, code], dim=1))
