"""Takes the logarithm of the variance for the deviation.

With logvar 0 the variance is 1. Read as a deviation it is 0, and its logarithm is minus
infinity.

Lesson: autoencoder/variational#what-a-code-costs
"""

import torch
from torch.nn import functional as F


def kl_to_standard(mu: torch.Tensor, logvar: torch.Tensor) -> torch.Tensor:
    # expm1 keeps the digits when a variance is close to 1.
    each = mu**2 + logvar**2 - 1 - torch.log(logvar**2)
    return each.sum(dim=1) / 2


def vae_loss(
    logits: torch.Tensor,
    x: torch.Tensor,
    mu: torch.Tensor,
    logvar: torch.Tensor,
    beta: float = 1.0,
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    drawn = F.binary_cross_entropy_with_logits(logits, x, reduction="sum")
    reconstruction = drawn / len(x)
    divergence = kl_to_standard(mu, logvar).mean()
    return reconstruction + beta * divergence, reconstruction, divergence
