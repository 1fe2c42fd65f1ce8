"""Averages within each sequence first, and then over the sequences.

A symbol in a short sequence then counts for more than one in a long sequence.
The contract asks for the mean over all symbols of the batch.

Lesson: rnn/unequal_lengths#a-mean-over-what
"""

import torch
from torch.nn import functional as F


def masked_sequence_loss(
    logits: torch.Tensor, targets: torch.Tensor, lengths: torch.Tensor
) -> torch.Tensor:
    places = torch.arange(logits.shape[1])
    real = places < lengths[:, None]
    means = [
        F.cross_entropy(one[keep], truth[keep])
        for one, truth, keep in zip(logits, targets, real, strict=True)
        if keep.any()
    ]
    return torch.stack(means).mean()
