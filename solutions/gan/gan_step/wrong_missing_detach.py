"""Lets the discriminator's loss send gradients into the generator.

The fakes still hang on the generator's graph, so the first backward walks through both
networks. Here the generator's gradients are cleared before its own step, so the result is
right by luck and the work is wasted. Move or forget that clearing, and the generator
learns to help the discriminator.

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

    # For the discriminator the fakes are data: no graph leads back to G.
    fake = G(z_d)
    d_loss = softplus(-D(real)).mean() + softplus(D(fake)).mean()
    d_opt.zero_grad()
    d_loss.backward()
    d_opt.step()

    # Here the graph through D is needed, to reach G.
    g_loss = softplus(-D(G(z_g))).mean()
    g_opt.zero_grad()
    g_loss.backward()
    g_opt.step()
    return d_loss.item(), g_loss.item()
