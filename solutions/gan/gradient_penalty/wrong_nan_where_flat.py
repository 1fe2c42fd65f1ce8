"""Takes the root of a sum of squares.

At a slope of exactly zero the root has no slope, and its gradient is NaN. One such sample,
behind a layer of dead units, makes every weight NaN in the next step.

Lesson: gan/critic#a-price-for-the-wrong-slope
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
    (slopes,) = torch.autograd.grad(critic(x).sum(), x, create_graph=True)
    lengths = slopes.flatten(1).pow(2).sum(dim=1).sqrt()
    return weight * (lengths - 1).pow(2).mean()
