"""Takes the logarithm of a softmax.

Where a probability underflows to 0, its logarithm is minus infinity and the
gradient is NaN. `log_softmax` never leaves the logarithms.

Lesson: rl/policy_gradients#reinforce-in-code
"""

import torch


def reinforce_loss(logits, actions, returns, episodes, baseline=None):
    logp = torch.softmax(logits, dim=1).log()
    taken = logp.gather(1, actions[:, None]).squeeze(1)
    weight = returns if baseline is None else returns - baseline
    return -(taken * weight.detach()).sum() / episodes
