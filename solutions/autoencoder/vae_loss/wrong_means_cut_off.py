"""Takes the divergence of detached means.

The divergence is then printed right, and does not pull the means to zero: codes drift
apart, and holes open between them.

Lesson: autoencoder/variational#two-prices-one-bound
"""

import torch
from torch.nn import functional as F


def kl_to_standard(mu: torch.Tensor, logvar: torch.Tensor) -> torch.Tensor:
    # expm1 keeps the digits when a variance is close to 1.
    each = mu**2 + torch.expm1(logvar) - logvar
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
    divergence = kl_to_standard(mu.detach(), logvar).mean()
    return reconstruction + beta * divergence, reconstruction, divergence
