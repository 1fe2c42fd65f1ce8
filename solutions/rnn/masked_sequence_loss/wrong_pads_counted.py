"""Takes every place for a symbol, pads too.

The network is then trained to predict padding, at places where there is
nothing to predict, and what stands there changes the loss. Leave those places
out.

Lesson: rnn/unequal_lengths#a-mask
"""

import torch
from torch.nn import functional as F


def masked_sequence_loss(
    logits: torch.Tensor, targets: torch.Tensor, lengths: torch.Tensor
) -> torch.Tensor:
    return F.cross_entropy(logits.flatten(0, 1), targets.flatten())
