"""Leaves out the last real symbol of each sequence.

The last symbol is the end of the name, and the only place where the network
can learn to stop.

Lesson: rnn/unequal_lengths#a-mask
"""

import torch
from torch.nn import functional as F


def masked_sequence_loss(
    logits: torch.Tensor, targets: torch.Tensor, lengths: torch.Tensor
) -> torch.Tensor:
    places = torch.arange(logits.shape[1])
    real = places < lengths[:, None] - 1
    return F.cross_entropy(logits[real], targets[real])
