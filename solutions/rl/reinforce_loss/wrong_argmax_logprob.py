"""Takes the log-probability of the likeliest action.

The return belongs to the action that was *taken*. Whatever happened, this loss
only sharpens what the policy does anyway.

Lesson: rl/policy_gradients#the-log-probability-trick
"""

import torch


def reinforce_loss(logits, actions, returns, episodes, baseline=None):
    logp = torch.log_softmax(logits, dim=1)
    taken = logp.max(dim=1).values
    weight = returns if baseline is None else returns - baseline
    return -(taken * weight.detach()).sum() / episodes
