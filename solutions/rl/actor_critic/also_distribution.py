"""By torch's Categorical and mse_loss."""

import torch
from torch.nn.functional import mse_loss


def actor_critic_loss(
    logits, values, next_values, actions, rewards, terminated, gamma, weight
):
    with torch.no_grad():
        goal = torch.where(
            terminated > 0, rewards, rewards + gamma * next_values
        )
        surprise = goal - values
    policy = torch.distributions.Categorical(logits=logits)
    spread = policy.entropy().mean()
    gain = (policy.log_prob(actions) * surprise).mean()
    return -(gain + weight * spread), mse_loss(values, goal), spread
