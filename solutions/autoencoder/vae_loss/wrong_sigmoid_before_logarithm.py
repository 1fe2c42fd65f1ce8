"""Takes the sigmoid first.

At a logit of 200 it is exactly 1, and the logarithm of the rest is cut off or infinite.

Lesson: ann/what_to_minimise#straight-from-logits
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
    drawn = F.binary_cross_entropy(torch.sigmoid(logits), x, reduction="sum")
    reconstruction = drawn / len(x)
    divergence = kl_to_standard(mu, logvar).mean()
    return reconstruction + beta * divergence, reconstruction, divergence
