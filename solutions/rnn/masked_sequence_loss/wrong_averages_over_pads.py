"""Divides by all places, pads included.

The pads add nothing to the sum but are counted in the mean, so the loss is too
small by the share of real symbols, another share in every batch. Divide by the
number of symbols that were counted.

Lesson: rnn/unequal_lengths#a-mean-over-what
"""

import torch
from torch.nn import functional as F


def masked_sequence_loss(
    logits: torch.Tensor, targets: torch.Tensor, lengths: torch.Tensor
) -> torch.Tensor:
    places = torch.arange(logits.shape[1])
    real = places < lengths[:, None]
    return (
        F.cross_entropy(logits[real], targets[real])
        * real.sum()
        / real.numel()
    )
