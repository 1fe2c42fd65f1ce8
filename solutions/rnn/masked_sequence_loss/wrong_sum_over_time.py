"""Adds up over time and averages over sequences.

Then long sequences have large losses, and the size of a step depends on the
lengths in the batch.

Lesson: rnn/unequal_lengths#a-mean-over-what
"""

import torch
from torch.nn import functional as F


def masked_sequence_loss(
    logits: torch.Tensor, targets: torch.Tensor, lengths: torch.Tensor
) -> torch.Tensor:
    places = torch.arange(logits.shape[1])
    real = places < lengths[:, None]
    return F.cross_entropy(logits[real], targets[real], reduction="sum") / len(
        lengths
    )
