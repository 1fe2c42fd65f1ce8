"""Indexes all rows with all indices and keeps those of the first row.

`table[:, index]` has the shape (N, N, K): every row with the indices of every
other. The right ones are on its diagonal.

Lesson: pytorch/speed#loops-into-tensors
"""

import torch


def squared_distances(A: torch.Tensor, B: torch.Tensor) -> torch.Tensor:
    """Return (N, M): squared distances of rows of A (N, D) and B (M, D)."""
    total = A.new_zeros(len(A), len(B))
    # One feature at a time: differences first, so nothing cancels, and only
    # one (N, M) tensor in between.
    for d in range(A.shape[1]):
        total = total + (A[:, d, None] - B[:, d]) ** 2
    return total


def masked_mean(x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """Return (N,): the mean of each row where mask is True, or 0."""
    # Not x * mask: NaN times 0 is NaN.
    total = torch.where(mask, x, 0).sum(dim=1)
    return total / mask.sum(dim=1).clamp(min=1)


def pick(table: torch.Tensor, index: torch.Tensor) -> torch.Tensor:
    """Return (N, K): table[n, index[n, k]]."""
    return table[:, index[0]]
