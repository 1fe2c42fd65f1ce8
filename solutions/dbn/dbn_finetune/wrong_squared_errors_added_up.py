"""Adds the squared errors of a batch up instead of averaging them.

The loss then grows with the batch, and so does every gradient: the smaller last batch
counts less than the others.

Lesson: dbn/fine_tuning#regression
"""

import numpy as np
import torch
from torch import nn

Layer = tuple[np.ndarray, np.ndarray, np.ndarray]


def build_net(stack: list[Layer], outputs: int) -> nn.Sequential:
    modules: list[nn.Module] = []
    for W, _, c in stack:
        linear = nn.Linear(*W.shape)
        with torch.no_grad():
            linear.weight.copy_(torch.tensor(W.T))
            linear.bias.copy_(torch.tensor(c))
        modules += [linear, nn.Sigmoid()]
    head = nn.Linear(stack[-1][0].shape[1], outputs)
    nn.init.zeros_(head.weight)
    nn.init.zeros_(head.bias)
    return nn.Sequential(*modules, head)


def loss_of(
    net: nn.Module, X: torch.Tensor, y: torch.Tensor, task: str
) -> torch.Tensor:
    out = net(X)
    if task == "classification":
        return nn.functional.cross_entropy(out, y)
    return ((out[:, 0] - y) ** 2).sum()


def fit_net(
    net: nn.Module,
    X: torch.Tensor,
    y: torch.Tensor,
    task: str,
    epochs: int,
    rate: float,
    batch: int,
    seed: int,
) -> list[float]:
    source = torch.Generator().manual_seed(seed)
    optimiser = torch.optim.Adam(net.parameters(), lr=rate)
    history = []
    for _ in range(epochs):
        losses = []
        for rows in torch.randperm(len(X), generator=source).split(batch):
            loss = loss_of(net, X[rows], y[rows], task)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            losses.append(loss.item())
        history.append(sum(losses) / len(losses))
    return history
