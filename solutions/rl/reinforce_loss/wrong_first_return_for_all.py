"""Weights every step by the return of the first.

An action cannot change what was paid before it. Weighting with the whole
return keeps the mean of the gradient and adds noise; across several episodes
it is plainly wrong.

Lesson: rl/policy_gradients#the-log-probability-trick
"""

import torch


def reinforce_loss(logits, actions, returns, episodes, baseline=None):
    logp = torch.log_softmax(logits, dim=1)
    taken = logp.gather(1, actions[:, None]).squeeze(1)
    weight = returns if baseline is None else returns - baseline
    weight = weight[0].expand(len(weight))
    return -(taken * weight.detach()).sum() / episodes
