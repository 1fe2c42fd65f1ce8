"""Ignores the baseline.

The expected gradient is the same, and so is the noise that the baseline was to
take away.

Lesson: rl/policy_gradients#less-noise-from-the-same-games
"""

import torch


def reinforce_loss(logits, actions, returns, episodes, baseline=None):
    logp = torch.log_softmax(logits, dim=1)
    taken = logp.gather(1, actions[:, None]).squeeze(1)
    weight = returns
    return -(taken * weight.detach()).sum() / episodes
