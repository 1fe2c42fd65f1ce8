"""The loss of a variational autoencoder, in nats for one image."""

import torch
from torch.nn import functional as F


def kl_to_standard(mu: torch.Tensor, logvar: torch.Tensor) -> torch.Tensor:
    """Return the divergence of each code from a standard normal one.

    Args:
        mu: means, shape (N, K).
        logvar: logarithms of variances, shape (N, K).

    Returns:
        Shape (N,).
    """
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
    """Return loss, reconstruction part and divergence part.

    Args:
        logits: logits of pixels, shape (N, D).
        x: images, pixels from 0 to 1, shape (N, D).
        mu: means of the codes, shape (N, K).
        logvar: logarithms of their variances, shape (N, K).
        beta: weight of the divergence.

    Returns:
        Three tensors of shape (): both parts are means over images.
    """
    drawn = F.binary_cross_entropy_with_logits(logits, x, reduction="sum")
    reconstruction = drawn / len(x)
    divergence = kl_to_standard(mu, logvar).mean()
    return reconstruction + beta * divergence, reconstruction, divergence
