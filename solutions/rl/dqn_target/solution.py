"""What a Q-network is asked to say."""

import torch


def dqn_target(
    rewards: torch.Tensor,
    terminated: torch.Tensor,
    next_q: torch.Tensor,
    gamma: float,
    next_q_online: torch.Tensor | None = None,
) -> torch.Tensor:
    """Return the target of each transition, as constants.

    Args:
        rewards: shape (N,).
        terminated: 1 where the episode ended, 0 elsewhere, shape (N,).
        next_q: the target network's values of the next states, shape (N, A).
        gamma: discount.
        next_q_online: the online network's values of the same states, shape
            (N, A). When given, it chooses the action (double DQN).

    Returns:
        Shape (N,), without a graph.
    """
    chooser = next_q if next_q_online is None else next_q_online
    best = chooser.argmax(dim=1, keepdim=True)
    later = next_q.gather(1, best).squeeze(1)
    return (rewards + gamma * (1 - terminated) * later).detach()
