r"""Ends the discriminator in a sigmoid.

The loss applies its own. A probability taken for a logit lies between 0 and 1, and the
loss can never fall below 0.313 on real samples, $-\log \sigma(1)$.

Lesson: gan/losses#straight-from-logits
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
        return self.body(torch.cat([z, self.code(labels)], dim=1))


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
            nn.Sigmoid(),
        )

    def forward(self, x: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
        return self.body(torch.cat([x, self.code(labels)], dim=1))
