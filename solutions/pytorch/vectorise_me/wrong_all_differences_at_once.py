"""Builds all N times M differences of D features.

Right and fast for small inputs. For 10,000 by 10,000 points with 64 features
in float32 it is 25.6 gigabytes, where the result has 0.4.

Lesson: pytorch/speed#the-memory-in-between
"""

import torch


def squared_distances(A: torch.Tensor, B: torch.Tensor) -> torch.Tensor:
    """Return (N, M): squared distances of rows of A (N, D) and B (M, D)."""
    return ((A[:, None] - B[None]) ** 2).sum(dim=2)


def masked_mean(x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """Return (N,): the mean of each row where mask is True, or 0."""
    # Not x * mask: NaN times 0 is NaN.
    total = torch.where(mask, x, 0).sum(dim=1)
    return total / mask.sum(dim=1).clamp(min=1)


def pick(table: torch.Tensor, index: torch.Tensor) -> torch.Tensor:
    """Return (N, K): table[n, index[n, k]]."""
    return torch.gather(table, 1, index)
