"""The loss of a padded batch, pads left out."""

import torch
from torch.nn import functional as F


def masked_sequence_loss(
    logits: torch.Tensor, targets: torch.Tensor, lengths: torch.Tensor
) -> torch.Tensor:
    """Return the mean cross-entropy of all symbols that are not padding.

    Args:
        logits: scores, shape (N, T, V).
        targets: the true symbols, shape (N, T), int64.
        lengths: how many symbols of each sequence are real, shape (N,);
            between 0 and T, and not all 0.

    Returns:
        A tensor of shape ().
    """
    # TODO: find the real places, and take the loss of those.
    raise NotImplementedError
