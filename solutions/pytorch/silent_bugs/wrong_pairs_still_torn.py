"""Still shuffles samples and targets by two different permutations.

Each sample is then taught the target of another. The two draws look alike and are not: the
second one comes later in the stream.

Lesson: ann/layers#one-product-for-all-samples
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
    X = X[torch.randperm(len(X), generator=generator)]
    y = y[torch.randperm(len(y), generator=generator)]
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
        total += loss.item()
    return total / len(losses)


def predict(model: nn.Module, X: torch.Tensor) -> torch.Tensor:
    was = model.training
    model.eval()
    with torch.no_grad():
        out = model(X)
    model.train(was)
    return out.squeeze(1)
