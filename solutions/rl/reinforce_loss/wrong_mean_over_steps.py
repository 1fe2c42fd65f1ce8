"""Takes the mean over steps.

Long episodes then count less per step than short ones, and the size of the
gradient depends on how long the policy survives.

Lesson: rl/policy_gradients#reinforce-in-code
"""

import torch


def reinforce_loss(logits, actions, returns, episodes, baseline=None):
    logp = torch.log_softmax(logits, dim=1)
    taken = logp.gather(1, actions[:, None]).squeeze(1)
    weight = returns if baseline is None else returns - baseline
    return -(taken * weight.detach()).sum() / len(actions)
