"""Takes the baseline off the caller's returns.

`returns -= baseline` changes the tensor that was passed in. A second epoch on
the same batch then finds it taken off twice.

Lesson: rl/policy_gradients#less-noise-from-the-same-games
"""

import torch


def reinforce_loss(logits, actions, returns, episodes, baseline=None):
    logp = torch.log_softmax(logits, dim=1)
    taken = logp.gather(1, actions[:, None]).squeeze(1)
    weight = returns
    if baseline is not None:
        with torch.no_grad():
            returns -= baseline
    return -(taken * weight.detach()).sum() / episodes
