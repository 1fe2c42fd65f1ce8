"""Another right way: the judge is frozen while the forger learns."""

import torch
import torch.nn.functional as F


def gan_step(G, D, g_opt, d_opt, real, z_d, z_g):
    G.train(), D.train()
    d_opt.zero_grad(set_to_none=False)
    with torch.no_grad():
        fakes = G(z_d)
    first = -F.logsigmoid(D(real)).mean()
    second = -F.logsigmoid(-D(fakes)).mean()
    first.backward()
    second.backward()
    d_opt.step()
    D.requires_grad_(False)
    g_opt.zero_grad()
    loss = -F.logsigmoid(D(G(z_g))).mean()
    loss.backward()
    D.requires_grad_(True)
    g_opt.step()
    return first.item() + second.item(), loss.item()
