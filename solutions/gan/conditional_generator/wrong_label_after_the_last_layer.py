"""Adds the class's numbers behind the last layer of the generator.

Each class is then the same cloud, moved: what the label adds does not depend on the
noise. A seven with a slanted stroke is out of reach, since the layers that make strokes
never hear of the seven.

Lesson: gan/labels#where-the-label-enters
"""

import torch
from torch import nn

CODE = 8


class Generator(nn.Module):
    def __init__(self, noise: int, classes: int, outputs: int) -> None:
        super().__init__()
        self.code = nn.Embedding(classes, outputs)
        self.body = nn.Sequential(
            nn.Linear(noise, 64),
            nn.ReLU(),
            nn.Linear(64, 64),
            nn.ReLU(),
            nn.Linear(64, outputs),
        )

    def forward(self, z: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
        return self.body(z) + self.code(labels)


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
        return self.body(torch.cat([x, self.code(labels)], dim=1))
