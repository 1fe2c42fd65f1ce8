"""Another right way: one sample at a time, its own draw."""

import torch


def wasserstein_loss(real_scores, fake_scores):
    high = sum(real_scores.flatten()) / real_scores.numel()
    low = sum(fake_scores.flatten()) / fake_scores.numel()
    return low - high


def length(vector):
    if not vector.any():
        return 0 * vector.sum()
    return (vector @ vector) ** 0.5


def gradient_penalty(critic, real, fake, rng, weight=10):
    costs = []
    for data, forgery in zip(real.data, fake.data, strict=True):
        share = torch.rand(1, generator=rng).item()
        point = torch.lerp(data, forgery, share)[None].requires_grad_(True)
        slope = torch.autograd.grad(
            critic(point).squeeze(), point, create_graph=True
        )[0]
        costs.append((length(slope.ravel()) - 1) ** 2)
    return weight * sum(costs) / len(costs)
