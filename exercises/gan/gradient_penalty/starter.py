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
    # TODO: two means and their difference; which sign has the fakes?
    raise NotImplementedError


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
    # TODO: points in between, slopes with their graph, lengths, the price.
    raise NotImplementedError
