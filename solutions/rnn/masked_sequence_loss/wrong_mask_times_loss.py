"""Multiplies the loss of every place by its mask.

Zero times a number is zero. Zero times infinity or NaN is NaN, and one such
score at a pad poisons the whole batch. Choose the real places first, and
compute the loss of those.

Lesson: rnn/unequal_lengths#choose-before-you-compute
"""

import torch
from torch.nn import functional as F


def masked_sequence_loss(
    logits: torch.Tensor, targets: torch.Tensor, lengths: torch.Tensor
) -> torch.Tensor:
    places = torch.arange(logits.shape[1])
    real = places < lengths[:, None]
    V = logits.shape[2]
    each = F.cross_entropy(
        logits.reshape(-1, V), targets.reshape(-1), reduction="none"
    )
    weight = real.reshape(-1).to(each.dtype)
    return (each * weight).sum() / weight.sum()
