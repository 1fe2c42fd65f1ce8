"""Expands the square: |a|² + |b|² - 2ab.

Far from the origin the three terms are huge and nearly cancel: in float32, at
10,000, nothing right is left, and the result may be negative. Centre the
points first, or take differences.

Lesson: pytorch/speed#the-memory-in-between
"""

import torch


def squared_distances(A: torch.Tensor, B: torch.Tensor) -> torch.Tensor:
    """Return (N, M): squared distances of rows of A (N, D) and B (M, D)."""
    return (A**2).sum(1)[:, None] + (B**2).sum(1) - 2 * A @ B.T


def masked_mean(x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """Return (N,): the mean of each row where mask is True, or 0."""
    # Not x * mask: NaN times 0 is NaN.
    total = torch.where(mask, x, 0).sum(dim=1)
    return total / mask.sum(dim=1).clamp(min=1)


def pick(table: torch.Tensor, index: torch.Tensor) -> torch.Tensor:
    """Return (N, K): table[n, index[n, k]]."""
    return torch.gather(table, 1, index)
