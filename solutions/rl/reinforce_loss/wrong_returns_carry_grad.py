"""Lets gradients flow into the weights.

If the baseline is a network, this loss trains it to expect *more* than was
seen wherever actions are improbable. A critic has a loss of its own.

Lesson: rl/policy_gradients#less-noise-from-the-same-games
"""

import torch


def reinforce_loss(logits, actions, returns, episodes, baseline=None):
    logp = torch.log_softmax(logits, dim=1)
    taken = logp.gather(1, actions[:, None]).squeeze(1)
    weight = returns if baseline is None else returns - baseline
    return -(taken * weight).sum() / episodes
