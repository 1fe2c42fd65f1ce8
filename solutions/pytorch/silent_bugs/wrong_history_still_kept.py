"""Still returns a tensor that holds the graph of every batch.

The sum of tensors with a history has one as well. All activations of the epoch stay in memory
for a backward pass that never comes.

Lesson: pytorch/loop#scores-go-in-numbers-come-out
"""

import torch
from torch import nn

FOUND = {
    "split": "pairs torn",
    "standardise": "leak",
    "squared_error": "broadcast",
    "mean_loss": "history kept",
    "predict": "sound",
}


def split(
    X: torch.Tensor, y: torch.Tensor, generator: torch.Generator
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    # One order for both.
    order = torch.randperm(len(X), generator=generator)
    X, y = X[order], y[order]
    cut = len(X) // 5
    return X[cut:], y[cut:], X[:cut], y[:cut]


def standardise(
    train: torch.Tensor, test: torch.Tensor
) -> tuple[torch.Tensor, torch.Tensor]:
    mean, deviation = train.mean(dim=0), train.std(dim=0, unbiased=False)
    return (train - mean) / deviation, (test - mean) / deviation


def squared_error(out: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    return ((out.squeeze(1) - y) ** 2).mean()


def mean_loss(losses: list[torch.Tensor]) -> float:
    total = 0.0
    for loss in losses:
        total = total + loss
    return total / len(losses)


def predict(model: nn.Module, X: torch.Tensor) -> torch.Tensor:
    was = model.training
    model.eval()
    with torch.no_grad():
        out = model(X)
    model.train(was)
    return out.squeeze(1)
