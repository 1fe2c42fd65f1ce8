"""Differentiates the mean of the scores.

Every slope becomes N times too short. Lengths are then compared with 1 all the same, so
the critic is pushed to be N times too *steep*. Differentiate the sum: score i depends on
sample i alone.

Lesson: gan/stabilisers#a-gradient-of-a-gradient
"""

from collections.abc import Callable

import torch


def wasserstein_loss(
    real_scores: torch.Tensor, fake_scores: torch.Tensor
) -> torch.Tensor:
    return fake_scores.mean() - real_scores.mean()


def gradient_penalty(
    critic: Callable[[torch.Tensor], torch.Tensor],
    real: torch.Tensor,
    fake: torch.Tensor,
    rng: torch.Generator,
    weight: float = 10.0,
) -> torch.Tensor:
    # One number for each sample, the same for all of its entries.
    shape = (len(real), *[1] * (real.ndim - 1))
    t = torch.rand(shape, generator=rng)
    # The penalty trains the critic: it must not reach a generator.
    x = (t * real + (1 - t) * fake).detach().requires_grad_()
    (slopes,) = torch.autograd.grad(critic(x).mean(), x, create_graph=True)
    # `norm` has a gradient at 0; the root of a sum of squares has none.
    lengths = slopes.flatten(1).norm(dim=1)
    return weight * (lengths - 1).pow(2).mean()
