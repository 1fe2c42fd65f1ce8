"""The loss whose gradient is REINFORCE."""

import torch


def reinforce_loss(
    logits: torch.Tensor,
    actions: torch.Tensor,
    returns: torch.Tensor,
    episodes: int,
    baseline: torch.Tensor | None = None,
) -> torch.Tensor:
    """Return the loss of all steps of some episodes, one number.

    Args:
        logits: the policy's scores at every step, shape (T, A).
        actions: what was done, int64, shape (T,).
        returns: the reward to go from each step, shape (T,).
        episodes: how many episodes the T steps belong to.
        baseline: what was expected at each step, shape (T,), or None.
    """
    logp = torch.log_softmax(logits, dim=1)
    taken = logp.gather(1, actions[:, None]).squeeze(1)
    weight = returns if baseline is None else returns - baseline
    # The weight says how much; only the policy is to move.
    return -(taken * weight.detach()).sum() / episodes
