"""Normalises over the steps instead of the actions.

The probabilities of one step's actions have to sum to 1. Along axis 0 each
action competes with itself at other times.

Lesson: rl/policy_gradients#reinforce-in-code
"""

import torch


def reinforce_loss(logits, actions, returns, episodes, baseline=None):
    logp = torch.log_softmax(logits, dim=0)
    taken = logp.gather(1, actions[:, None]).squeeze(1)
    weight = returns if baseline is None else returns - baseline
    return -(taken * weight.detach()).sum() / episodes
