"""Adds the baseline to the returns.

The baseline is what was expected. What counts is the return *less* that.

Lesson: rl/policy_gradients#less-noise-from-the-same-games
"""

import torch


def reinforce_loss(logits, actions, returns, episodes, baseline=None):
    logp = torch.log_softmax(logits, dim=1)
    taken = logp.gather(1, actions[:, None]).squeeze(1)
    weight = returns if baseline is None else returns + baseline
    return -(taken * weight.detach()).sum() / episodes
