"""One step, in the right order."""

import torch
from torch.nn.functional import softplus


def gan_step(
    G: torch.nn.Module,
    D: torch.nn.Module,
    g_opt: torch.optim.Optimizer,
    d_opt: torch.optim.Optimizer,
    real: torch.Tensor,
    z_d: torch.Tensor,
    z_g: torch.Tensor,
) -> tuple[float, float]:
    """Update the discriminator, then the generator.

    Args:
        G: noise (M, Z) to samples (M, K).
        D: samples to logits (N, 1).
        g_opt: optimiser of the parameters of G.
        d_opt: optimiser of the parameters of D.
        real: real samples, shape (N, K).
        z_d: noise for the discriminator's update, shape (M, Z).
        z_g: noise for the generator's update, shape (M, Z).

    Returns:
        The losses of D and of G, each before its own update.
    """
    # TODO: the discriminator's update, then the generator's.
    raise NotImplementedError
