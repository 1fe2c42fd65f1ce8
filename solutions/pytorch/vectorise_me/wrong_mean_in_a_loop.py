"""Computes the masked mean row by row.

The mask is made for the opposite: one operation for all rows, and the
exceptions inside it.

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
    means = [
        row[m].sum() / max(int(m.sum()), 1)
        for row, m in zip(x, mask, strict=False)
    ]
    return torch.stack(means)


def pick(table: torch.Tensor, index: torch.Tensor) -> torch.Tensor:
    """Return (N, K): table[n, index[n, k]]."""
    return torch.gather(table, 1, index)
