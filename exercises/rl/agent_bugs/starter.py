"""The parts of three agents: a Q-learner, an actor-critic, and PPO."""

import torch

# TODO: what you found; the task lists the kinds.
FOUND = {
    "q_target": "?",
    "critic_loss": "?",
    "advantages": "?",
    "normalise": "?",
    "improve": "?",
    "epsilon_at": "?",
}


def q_target(rewards, terminated, next_q, epsilon, gamma):
    """Return the targets of Q-learning, shape (N,).

    The batch was played with exploration `epsilon`; `next_q` has shape (N, A).
    """
    best = next_q.max(dim=1).values
    worth = (1 - epsilon) * best + epsilon * next_q.mean(dim=1)
    return rewards + gamma * (1 - terminated) * worth


def critic_loss(critic, obs, rewards, next_obs, terminated, gamma):
    """Return the mean squared TD error of a critic, for one step of TD."""
    values = critic(obs).squeeze(1)
    next_values = critic(next_obs).squeeze(1)
    targets = rewards + gamma * (1 - terminated) * next_values
    return (values - targets).square().mean()


def advantages(rewards, values, next_values, terminated, truncated, gamma):
    """Return the generalised advantages at lambda 0.95, shape (T, n)."""
    errors = rewards + gamma * next_values - values
    found = torch.empty_like(errors)
    carry = 0.0
    for t in range(len(errors) - 1, -1, -1):
        goes_on = (1 - terminated[t]) * (1 - truncated[t])
        carry = errors[t] + gamma * 0.95 * goes_on * carry
        found[t] = carry
    return found


def normalise(gains):
    """Return advantages (T, n) with mean 0 and deviation 1 over all."""
    return (gains - gains.mean(0)) / gains.std(0, correction=0)


def improve(policy, optimiser, obs, actions, gains, epochs, clip):
    """Take `epochs` full-batch PPO steps on one rollout of `policy`.

    `obs` (N, D), `actions` (N,) and normalised `gains` (N,). Returns the
    ratios that the last epoch saw, shape (N,).
    """
    for _ in range(epochs):
        old = log_prob(policy, obs, actions).detach()
        ratio = (log_prob(policy, obs, actions) - old).exp()
        held = ratio.clamp(1 - clip, 1 + clip)
        loss = -torch.minimum(ratio * gains, held * gains).mean()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return ratio.detach()


def log_prob(policy, obs, actions):
    """Return the log-probabilities of some actions, shape (N,)."""
    logp = torch.log_softmax(policy(obs), dim=1)
    return logp.gather(1, actions[:, None]).squeeze(1)


def epsilon_at(step, steps):
    """Return the exploration of a step: from 1 to 0.05 in the first half."""
    return max(0.05, 1 - 0.95 * step / (steps / 2))


if __name__ == "__main__":
    # The hunt begins: after an end nothing comes, so this must be 1 - 5.
    one = torch.ones(1, 1)
    print(advantages(one, 5 * one, 7 * one, one, 0 * one, 0.9).item())
