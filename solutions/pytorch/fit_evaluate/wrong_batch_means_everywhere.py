"""Averages the means of the batches, in `fit` and in `evaluate`.

The last batch may hold 3 samples. In a mean of means each of them counts as
much as ten others, and the number depends on the batch size. Both losses are
meant per sample.

Lesson: pytorch/loop#averages-by-sample
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
        opt.step()
        total += loss.item()
        count += 1
    model.train(was)
    return total / count


def evaluate(
    model: nn.Module, loader: Batches, loss_fn: Loss
) -> tuple[float, float]:
    """Return mean loss per sample, and share of samples that are right."""
    was = model.training
    model.eval()
    total = hits = count = batches = 0
    with torch.no_grad():
        for X, y in loader:
            scores = model(X)
            total += loss_fn(scores, y).item()
            batches += 1
            hits += (scores.argmax(dim=1) == y).sum().item()
            count += len(y)
    model.train(was)
    return total / batches, hits / count
