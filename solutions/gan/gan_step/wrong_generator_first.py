"""Updates the generator first, against the old discriminator.

The order of the contract is discriminator, then generator, so that the generator is told
by the newest opponent. The losses that are returned belong to other networks otherwise.

Lesson: gan/one_step#two-updates-one-graph
"""

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
    G.train()
    D.train()

    g_loss = softplus(-D(G(z_g))).mean()
    g_opt.zero_grad()
    g_loss.backward()
    g_opt.step()

    # For the discriminator the fakes are data: no graph leads back to G.
    fake = G(z_d).detach()
    d_loss = softplus(-D(real)).mean() + softplus(D(fake)).mean()
    d_opt.zero_grad()
    d_loss.backward()
    d_opt.step()

    return d_loss.item(), g_loss.item()
