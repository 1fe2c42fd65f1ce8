"""Makes good actions rarer.

Optimisers go *down* the loss. To raise the log-probability of what went well,
the loss is minus the weighted sum.

Lesson: rl/policy_gradients#the-log-probability-trick
"""

import torch


def reinforce_loss(logits, actions, returns, episodes, baseline=None):
    logp = torch.log_softmax(logits, dim=1)
    taken = logp.gather(1, actions[:, None]).squeeze(1)
    weight = returns if baseline is None else returns - baseline
    return (taken * weight.detach()).sum() / episodes
