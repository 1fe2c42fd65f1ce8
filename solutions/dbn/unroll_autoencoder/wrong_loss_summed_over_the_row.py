"""Adds the squared errors of a row up instead of averaging them.

The loss then grows with the number of pixels, and a history over images of another size
cannot be compared with it.

Lesson: dbn/codes#unrolling
"""

import numpy as np
import torch
from torch import nn

Layer = tuple[np.ndarray, np.ndarray, np.ndarray]


def linear(weight: np.ndarray, bias: np.ndarray) -> nn.Linear:
    layer = nn.Linear(weight.shape[1], weight.shape[0])
    with torch.no_grad():
        layer.weight.copy_(torch.tensor(weight))
        layer.bias.copy_(torch.tensor(bias))
    return layer


class Unrolled(nn.Module):
    def __init__(self, stack: list[Layer]) -> None:
        super().__init__()
        up: list[nn.Module] = []
        down: list[nn.Module] = []
        for W, _, c in stack:
            up += [linear(W.T, c), nn.Sigmoid()]
        for W, b, _ in reversed(stack):
            down += [linear(W, b), nn.Sigmoid()]
        self.up = nn.Sequential(*up[:-1])
        self.down = nn.Sequential(*down)

    def encode(self, X: torch.Tensor) -> torch.Tensor:
        return self.up(X)

    def decode(self, Z: torch.Tensor) -> torch.Tensor:
        return self.down(Z)

    def forward(self, X: torch.Tensor) -> torch.Tensor:
        return self.decode(self.encode(X))


def fit_codes(
    model: nn.Module,
    X: torch.Tensor,
    epochs: int,
    rate: float,
    batch: int,
    seed: int,
) -> list[float]:
    source = torch.Generator().manual_seed(seed)
    optimiser = torch.optim.Adam(model.parameters(), lr=rate)
    history = []
    for _ in range(epochs):
        losses = []
        for rows in torch.randperm(len(X), generator=source).split(batch):
            errors = (model(X[rows]) - X[rows]) ** 2
            loss = errors.sum(dim=1).mean()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            losses.append(loss.item())
        history.append(sum(losses) / len(losses))
    return history
