"""Builds the mask with time along the first axis.

Then sequence n is cut to what belongs to place n. When N and T differ it
crashes; when they are equal it silently counts the wrong places.

Lesson: rnn/unequal_lengths#a-mask
"""

import torch
from torch.nn import functional as F


def masked_sequence_loss(
    logits: torch.Tensor, targets: torch.Tensor, lengths: torch.Tensor
) -> torch.Tensor:
    places = torch.arange(logits.shape[1])
    real = places[:, None] < lengths
    return F.cross_entropy(logits[real], targets[real])
