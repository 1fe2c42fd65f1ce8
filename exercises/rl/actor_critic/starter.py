"""The loss of an actor and a critic that judge each single step."""

import torch


def actor_critic_loss(
    logits: torch.Tensor,
    values: torch.Tensor,
    next_values: torch.Tensor,
    actions: torch.Tensor,
    rewards: torch.Tensor,
    terminated: torch.Tensor,
    gamma: float,
    entropy_weight: float,
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Return the losses of actor and critic, and the policy's entropy.

    Args:
        logits: of the policy in each state, shape (N, A).
        values: the critic's, of the states left, shape (N,).
        next_values: the critic's, of the states reached, shape (N,).
        actions: what was done, int64, shape (N,).
        rewards: what was paid, shape (N,).
        terminated: 1 where the episode ended, else 0, shape (N,).
        gamma: discount.
        entropy_weight: how much the actor is paid for staying undecided.
    """
    # TODO: targets and advantages as constants; log-probabilities and entropy;
    # two means.
    raise NotImplementedError
