r"""Weights probabilities instead of their logarithms.

The gradient of $\pi$ itself is $\pi$ times that of its logarithm. Actions that
are common already are then pushed twice as often: once because they occur
more, once by the factor.

Lesson: rl/policy_gradients#the-log-probability-trick
"""

import torch


def reinforce_loss(logits, actions, returns, episodes, baseline=None):
    logp = torch.softmax(logits, dim=1)
    taken = logp.gather(1, actions[:, None]).squeeze(1)
    weight = returns if baseline is None else returns - baseline
    return -(taken * weight.detach()).sum() / episodes
