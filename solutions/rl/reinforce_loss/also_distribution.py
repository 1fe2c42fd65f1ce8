"""By torch's Categorical."""

import torch


def reinforce_loss(logits, actions, returns, episodes, baseline=None):
    policy = torch.distributions.Categorical(logits=logits)
    with torch.no_grad():
        advantage = returns.clone()
        if baseline is not None:
            advantage -= baseline
    return torch.dot(policy.log_prob(actions), advantage) * (-1 / episodes)
