"""Multiplies a column by a row.

Without `squeeze` the log-probabilities have shape (T, 1). With weights of
shape (T,) that makes a (T, T) table in which every step is paid for every
other.

Lesson: rl/policy_gradients#reinforce-in-code
"""

import torch


def reinforce_loss(logits, actions, returns, episodes, baseline=None):
    logp = torch.log_softmax(logits, dim=1)
    taken = logp.gather(1, actions[:, None])
    weight = returns if baseline is None else returns - baseline
    return -(taken * weight.detach()).sum() / episodes
