"""Another right way: cross-entropy with targets, gradients asked for by name."""

import torch

bce = torch.nn.BCEWithLogitsLoss()


def gan_step(G, D, g_opt, d_opt, real, z_d, z_g):
    for player in (G, D):
        player.train(True)
        for p in player.parameters():
            p.grad = None
    with torch.no_grad():
        made = G(z_d)
    yes, no = D(real), D(made)
    judged = bce(yes, torch.ones_like(yes)) + bce(no, torch.zeros_like(no))
    judged.backward()
    d_opt.step()
    again = D(G(z_g))
    forged = bce(again, torch.ones_like(again))
    weights = list(G.parameters())
    for p, g in zip(
        weights, torch.autograd.grad(forged, weights), strict=True
    ):
        p.grad = g
    g_opt.step()
    return float(judged), float(forged)
