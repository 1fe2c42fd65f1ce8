"""Centres the points, and leaves tiny negative numbers.

Two equal points may come out at -1e-7, and the square root of that is NaN.
Clamp at zero.

Lesson: pytorch/speed#the-memory-in-between
"""

import torch


def squared_distances(A: torch.Tensor, B: torch.Tensor) -> torch.Tensor:
    """Return (N, M): squared distances of rows of A (N, D) and B (M, D)."""
    centre = B.mean(dim=0)
    A, B = A - centre, B - centre
    return (A**2).sum(1)[:, None] + (B**2).sum(1) - 2 * A @ B.T


def masked_mean(x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """Return (N,): the mean of each row where mask is True, or 0."""
    # Not x * mask: NaN times 0 is NaN.
    total = torch.where(mask, x, 0).sum(dim=1)
    return total / mask.sum(dim=1).clamp(min=1)


def pick(table: torch.Tensor, index: torch.Tensor) -> torch.Tensor:
    """Return (N, K): table[n, index[n, k]]."""
    return torch.gather(table, 1, index)
