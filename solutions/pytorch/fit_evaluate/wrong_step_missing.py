"""Computes gradients and never steps.

The loss is the same in every epoch, to the last digit. Nothing is as constant
as a model that is not trained.

Lesson: pytorch/loop#four-lines-in-order
"""

from collections.abc import Callable, Iterable

import torch
from torch import nn

Batches = Iterable[tuple[torch.Tensor, torch.Tensor]]
Loss = Callable[[torch.Tensor, torch.Tensor], torch.Tensor]


def fit(
    model: nn.Module,
    loader: Batches,
    opt: torch.optim.Optimizer,
    loss_fn: Loss,
) -> float:
    """Train for one epoch; return the mean loss per sample."""
    was = model.training
    model.train()
    total = count = 0
    for X, y in loader:
        opt.zero_grad()
        loss = loss_fn(model(X), y)
        loss.backward()
        # The loss is a mean: weighted by its samples, as a plain number.
        total += loss.item() * len(y)
        count += len(y)
    model.train(was)
    return total / count


def evaluate(
    model: nn.Module, loader: Batches, loss_fn: Loss
) -> tuple[float, float]:
    """Return mean loss per sample, and share of samples that are right."""
    was = model.training
    model.eval()
    total = hits = count = 0
    with torch.no_grad():
        for X, y in loader:
            scores = model(X)
            total += loss_fn(scores, y).item() * len(y)
            hits += (scores.argmax(dim=1) == y).sum().item()
            count += len(y)
    model.train(was)
    return total / count, hits / count
