"""Looks at the middle of each line and nowhere else.

The bound is wanted on the whole way from fake to data, and the generator needs the slope
at the fakes' end of it. Over many steps, uniform draws look everywhere.

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
    t = 0.5
    # The penalty trains the critic: it must not reach a generator.
    x = (t * real + (1 - t) * fake).detach().requires_grad_()
    (slopes,) = torch.autograd.grad(critic(x).sum(), x, create_graph=True)
    # `norm` has a gradient at 0; the root of a sum of squares has none.
    lengths = slopes.flatten(1).norm(dim=1)
    return weight * (lengths - 1).pow(2).mean()
