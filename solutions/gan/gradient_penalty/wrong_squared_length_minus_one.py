"""Compares the *squared* length with 1.

It is zero at the same place, and is another penalty: a length of 3 costs 64 and not 4,
and short slopes are hardly pulled at all. Results cannot be compared with anybody else's.

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
    # `norm` has a gradient at 0; the root of a sum of squares has none.
    lengths = slopes.flatten(1).norm(dim=1)
    return weight * (lengths.pow(2) - 1).pow(2).mean()
