"""Takes the mask out of the target of Q-learning.

It was sound. After a true end nothing comes, so the target there is the
reward alone.

Lesson: rl/dqn#ended-or-only-stopped
"""

import torch

FOUND = {
    "q_target": "on-policy target",
    "critic_loss": "missing detach",
    "advantages": "bootstraps past the end",
    "normalise": "wrong axis",
    "improve": "log-probabilities at the wrong time",
    "epsilon_at": "sound",
}


def q_target(rewards, terminated, next_q, epsilon, gamma):
    worth = next_q.max(dim=1).values
    return rewards + gamma * worth


def critic_loss(critic, obs, rewards, next_obs, terminated, gamma):
    values = critic(obs).squeeze(1)
    with torch.no_grad():
        next_values = critic(next_obs).squeeze(1)
    targets = rewards + gamma * (1 - terminated) * next_values
    return (values - targets).square().mean()


def advantages(rewards, values, next_values, terminated, truncated, gamma):
    later = (1 - terminated) * next_values
    errors = rewards + gamma * later - values
    found = torch.empty_like(errors)
    carry = 0.0
    for t in range(len(errors) - 1, -1, -1):
        goes_on = (1 - terminated[t]) * (1 - truncated[t])
        carry = errors[t] + gamma * 0.95 * goes_on * carry
        found[t] = carry
    return found


def normalise(gains):
    return (gains - gains.mean()) / gains.std(correction=0)


def improve(policy, optimiser, obs, actions, gains, epochs, clip):
    old = log_prob(policy, obs, actions).detach()
    for _ in range(epochs):
        ratio = (log_prob(policy, obs, actions) - old).exp()
        held = ratio.clamp(1 - clip, 1 + clip)
        loss = -torch.minimum(ratio * gains, held * gains).mean()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return ratio.detach()


def log_prob(policy, obs, actions):
    logp = torch.log_softmax(policy(obs), dim=1)
    return logp.gather(1, actions[:, None]).squeeze(1)


def epsilon_at(step, steps):
    return max(0.05, 1 - 0.95 * step / (steps / 2))
