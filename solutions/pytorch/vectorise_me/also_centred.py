"""Centred points and a matrix product; masked_fill; index tensors."""

import torch


def squared_distances(A, B):
    centre = B.mean(dim=0).detach()
    A, B = A - centre, B - centre
    long = (A * A).sum(1, keepdim=True) + (B * B).sum(1)
    return torch.relu(long - 2 * A.mm(B.t()))


def masked_mean(x, mask):
    kept = x.masked_fill(~mask, 0)
    count = mask.to(x.dtype).sum(-1)
    count = torch.where(count == 0, torch.ones_like(count), count)
    return kept.sum(-1) / count


def pick(table, index):
    rows = torch.arange(len(table)).unsqueeze(1)
    return table[rows, index]
