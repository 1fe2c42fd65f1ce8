"""Slope one, in between."""

from collections.abc import Callable

import torch


def wasserstein_loss(
    real_scores: torch.Tensor, fake_scores: torch.Tensor
) -> torch.Tensor:
    """Return the mean score of the fakes less that of the real samples.

    Args:
        real_scores: shape (N, 1) or (N,).
        fake_scores: shape (M, 1) or (M,).

    Returns:
        Shape ().
    """
    return fake_scores.mean() - real_scores.mean()


def gradient_penalty(
    critic: Callable[[torch.Tensor], torch.Tensor],
    real: torch.Tensor,
    fake: torch.Tensor,
    rng: torch.Generator,
    weight: float = 10.0,
) -> torch.Tensor:
    """Return what the critic pays for slopes whose length is not 1.

    Args:
        critic: samples to scores, shape (n, 1) or (n,).
        real: real samples, shape (N, ...).
        fake: fakes, of the same shape.
        rng: draws where each sample lies between data and fake.
        weight: weight of the penalty.

    Returns:
        Shape (), with a graph that leads to the parameters of the critic.
    """
    # One number for each sample, the same for all of its entries.
    shape = (len(real), *[1] * (real.ndim - 1))
    t = torch.rand(shape, generator=rng)
    # The penalty trains the critic: it must not reach a generator.
    x = (t * real + (1 - t) * fake).detach().requires_grad_()
    (slopes,) = torch.autograd.grad(critic(x).sum(), x, create_graph=True)
    # `norm` has a gradient at 0; the root of a sum of squares has none.
    lengths = slopes.flatten(1).norm(dim=1)
    return weight * (lengths - 1).pow(2).mean()
