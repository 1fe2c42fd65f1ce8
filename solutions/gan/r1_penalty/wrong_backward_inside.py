"""Calls `backward` to get the slopes.

It fills `.grad` of the weights on the way, with the gradient of a plain sum of logits,
and the next step takes that for its own. `torch.autograd.grad` returns what you ask for
and leaves nothing behind.

Lesson: gan/stabilisers#a-gradient-of-a-gradient
"""

from collections.abc import Callable

import torch


def r1_penalty(
    D: Callable[[torch.Tensor], torch.Tensor],
    real: torch.Tensor,
    gamma: float,
) -> torch.Tensor:
    x = real.detach().requires_grad_()
    # Logit i depends on sample i alone: the gradient of the sum has each
    # sample's own slope, and no 1/N.
    D(x).sum().backward(create_graph=True)
    slopes = x.grad
    squares = slopes.pow(2).reshape(len(real), -1).sum(dim=1)
    return gamma / 2 * squares.mean()
