"""Feeds the class to both networks as one number.

Class 7 then lies between 6 and 8, and pushes seven times as hard as class 1. Layers have
to undo that order before they can learn anything about a seven.

Lesson: gan/labels#a-name-is-no-amount
"""

import torch
from torch import nn


class Generator(nn.Module):
    def __init__(self, noise: int, classes: int, outputs: int) -> None:
        super().__init__()
        self.body = nn.Sequential(
            nn.Linear(noise + 1, 64),
            nn.ReLU(),
            nn.Linear(64, 64),
            nn.ReLU(),
            nn.Linear(64, outputs),
        )

    def forward(self, z: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
        return self.body(torch.cat([z, labels[:, None].float()], dim=1))


class Discriminator(nn.Module):
    def __init__(self, inputs: int, classes: int) -> None:
        super().__init__()
        self.body = nn.Sequential(
            nn.Linear(inputs + 1, 64),
            nn.ReLU(),
            nn.Linear(64, 64),
            nn.ReLU(),
            nn.Linear(64, 1),
        )

    def forward(self, x: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
        return self.body(torch.cat([x, labels[:, None].float()], dim=1))
