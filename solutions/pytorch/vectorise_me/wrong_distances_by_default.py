"""Leaves it to `torch.cdist` how it computes.

With more than 25 rows it expands the square, to use a matrix product. Far from
the origin the large squares cancel, and in float32 the differences are lost.
With fewer rows nothing shows, so a small test finds nothing.

Lesson: pytorch/speed#the-memory-in-between
"""

import torch


def squared_distances(A: torch.Tensor, B: torch.Tensor) -> torch.Tensor:
    """Return (N, M): squared distances of rows of A (N, D) and B (M, D)."""
    return torch.cdist(A, B) ** 2


def masked_mean(x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """Return (N,): the mean of each row where mask is True, or 0."""
    # Not x * mask: NaN times 0 is NaN.
    total = torch.where(mask, x, 0).sum(dim=1)
    return total / mask.sum(dim=1).clamp(min=1)


def pick(table: torch.Tensor, index: torch.Tensor) -> torch.Tensor:
    """Return (N, K): table[n, index[n, k]]."""
    return torch.gather(table, 1, index)
