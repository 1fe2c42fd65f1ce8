"""Three functions that visit every element from Python."""

import torch


def squared_distances(A: torch.Tensor, B: torch.Tensor) -> torch.Tensor:
    """Return (N, M): squared distances of rows of A (N, D) and B (M, D)."""
    # TODO: no loop over n and m, and no tensor of N * M * D entries.
    rows = []
    for n in range(len(A)):
        row = []
        for m in range(len(B)):
            row.append(((A[n] - B[m]) ** 2).sum())
        rows.append(torch.stack(row))
    return torch.stack(rows)


def masked_mean(x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """Return (N,): the mean of each row where mask is True, or 0."""
    # TODO: no loop; mind rows without any True, and NaN under the mask.
    means = []
    for n in range(len(x)):
        total, count = x.new_zeros(()), 0
        for t in range(x.shape[1]):
            if mask[n, t]:
                total = total + x[n, t]
                count += 1
        means.append(total / max(count, 1))
    return torch.stack(means)


def pick(table: torch.Tensor, index: torch.Tensor) -> torch.Tensor:
    """Return (N, K): table[n, index[n, k]]."""
    # TODO: one call does it.
    rows = []
    for n in range(len(table)):
        row = []
        for k in range(index.shape[1]):
            row.append(table[n, index[n, k]])
        rows.append(torch.stack(row))
    return torch.stack(rows)
