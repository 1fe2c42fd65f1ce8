"""Computes the distances with the loops of the starter.

Each element costs several calls into torch, of some microseconds each. The
arithmetic itself would take nanoseconds.

Lesson: pytorch/speed#loops-into-tensors
"""

import torch


def squared_distances(A: torch.Tensor, B: torch.Tensor) -> torch.Tensor:
    """Return (N, M): squared distances of rows of A (N, D) and B (M, D)."""
    rows = []
    for n in range(len(A)):
        row = []
        for m in range(len(B)):
            row.append(((A[n] - B[m]) ** 2).sum())
        rows.append(torch.stack(row))
    return torch.stack(rows)


def masked_mean(x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """Return (N,): the mean of each row where mask is True, or 0."""
    # Not x * mask: NaN times 0 is NaN.
    total = torch.where(mask, x, 0).sum(dim=1)
    return total / mask.sum(dim=1).clamp(min=1)


def pick(table: torch.Tensor, index: torch.Tensor) -> torch.Tensor:
    """Return (N, K): table[n, index[n, k]]."""
    return torch.gather(table, 1, index)
