"""Makes a column of the targets themselves.

The loss is right, once: `unsqueeze_` changes the tensor that the caller goes
on with, and the second call with it finds one axis more. Without the
underscore a view is returned and the targets stay a row.

Lesson: pytorch/tensors#views-and-copies
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
    """Return X_train, y_train, X_test, y_test; a random fifth is the test."""
    # One order for both.
    order = torch.randperm(len(X), generator=generator)
    X, y = X[order], y[order]
    cut = len(X) // 5
    return X[cut:], y[cut:], X[:cut], y[:cut]


def standardise(
    train: torch.Tensor, test: torch.Tensor
) -> tuple[torch.Tensor, torch.Tensor]:
    """Return both parts, scaled to mean 0 and deviation 1 by column."""
    mean, deviation = train.mean(dim=0), train.std(dim=0, unbiased=False)
    return (train - mean) / deviation, (test - mean) / deviation


def squared_error(out: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    """Return the mean squared difference of out (N, 1) and y (N,)."""
    return ((out - y.unsqueeze_(1)) ** 2).mean()


def mean_loss(losses: list[torch.Tensor]) -> float:
    """Return the mean of the losses of an epoch."""
    total = 0.0
    for loss in losses:
        total += loss.item()
    return total / len(losses)


def predict(model: nn.Module, X: torch.Tensor) -> torch.Tensor:
    """Return the predictions (N,) of a model that gives (N, 1)."""
    was = model.training
    model.eval()
    with torch.no_grad():
        out = model(X)
    model.train(was)
    return out.squeeze(1)
