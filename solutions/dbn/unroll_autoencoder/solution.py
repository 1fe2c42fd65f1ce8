"""Unroll a DBN into an autoencoder."""

import numpy as np
import torch
from torch import nn

Layer = tuple[np.ndarray, np.ndarray, np.ndarray]


def linear(weight: np.ndarray, bias: np.ndarray) -> nn.Linear:
    """Return a layer x -> x @ weight.T + bias with numbers of its own."""
    layer = nn.Linear(weight.shape[1], weight.shape[0])
    with torch.no_grad():
        layer.weight.copy_(torch.tensor(weight))
        layer.bias.copy_(torch.tensor(bias))
    return layer


class Unrolled(nn.Module):
    """An encoder and a decoder that start from one stack of RBMs."""

    def __init__(self, stack: list[Layer]) -> None:
        """Copy the stack, upwards and upside down.

        Args:
            stack: layers (W, b, c), from the bottom up.
        """
        super().__init__()
        up: list[nn.Module] = []
        down: list[nn.Module] = []
        for W, _, c in stack:
            up += [linear(W.T, c), nn.Sigmoid()]
        for W, b, _ in reversed(stack):
            down += [linear(W, b), nn.Sigmoid()]
        # The code is linear: two numbers between 0 and 1 say too little.
        self.up = nn.Sequential(*up[:-1])
        self.down = nn.Sequential(*down)

    def encode(self, X: torch.Tensor) -> torch.Tensor:
        """Return the codes of X (N, D)."""
        return self.up(X)

    def decode(self, Z: torch.Tensor) -> torch.Tensor:
        """Return the reconstructions of codes Z."""
        return self.down(Z)

    def forward(self, X: torch.Tensor) -> torch.Tensor:
        """Return the reconstructions of X (N, D)."""
        return self.decode(self.encode(X))


def fit_codes(
    model: nn.Module,
    X: torch.Tensor,
    epochs: int,
    rate: float,
    batch: int,
    seed: int,
) -> list[float]:
    """Train encoder and decoder to give back their input.

    Args:
        model: an Unrolled.
        X: inputs, shape (N, D).
        epochs: visits of all rows.
        rate: step size of Adam.
        batch: rows per step.
        seed: decides the order of the rows.

    Returns:
        The mean batch loss of every epoch.
    """
    source = torch.Generator().manual_seed(seed)
    optimiser = torch.optim.Adam(model.parameters(), lr=rate)
    history = []
    for _ in range(epochs):
        losses = []
        for rows in torch.randperm(len(X), generator=source).split(batch):
            loss = nn.functional.mse_loss(model(X[rows]), X[rows])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            losses.append(loss.item())
        history.append(sum(losses) / len(losses))
    return history
