"""Routines of torch where there are any."""

import torch


def squared_distances(A, B):
    mode = "donot_use_mm_for_euclid_dist"
    return torch.cdist(A, B, compute_mode=mode).pow(2)


def masked_mean(x, mask):
    zeros = torch.zeros_like(x)
    total = torch.where(mask, x, zeros).sum(1)
    return total / torch.clamp_min(mask.sum(1), 1)


def pick(table, index):
    return torch.take_along_dim(table, index, dim=1)
