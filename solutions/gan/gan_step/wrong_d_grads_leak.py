"""Never clears the discriminator's gradients.

The generator's backward goes through the discriminator and leaves gradients there, which
ask it to call fakes real. They are added to those of the next discriminator update unless
they are cleared before it.

Lesson: gan/one_step#whose-gradients-are-these
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
    fake = G(z_d).detach()
    d_loss = softplus(-D(real)).mean() + softplus(D(fake)).mean()
    d_loss.backward()
    d_opt.step()

    # Here the graph through D is needed, to reach G.
    g_loss = softplus(-D(G(z_g))).mean()
    g_opt.zero_grad()
    g_loss.backward()
    g_opt.step()
    return d_loss.item(), g_loss.item()
