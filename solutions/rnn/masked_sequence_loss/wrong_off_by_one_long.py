"""Counts one place too many in each sequence.

With length n the real places are 0 to n − 1. `<=` takes the first pad along.

Lesson: rnn/unequal_lengths#a-mask
"""

import torch
from torch.nn import functional as F


def masked_sequence_loss(
    logits: torch.Tensor, targets: torch.Tensor, lengths: torch.Tensor
) -> torch.Tensor:
    places = torch.arange(logits.shape[1])
    real = places <= lengths[:, None]
    return F.cross_entropy(logits[real], targets[real])
