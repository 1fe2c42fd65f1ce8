"""Stores a true end as if the episode went on.

The flag of every transition says that something comes after it. Behind a true
end nothing does: its value must not be added, or no value ever comes to rest.

Lesson: rl/dqn#ended-or-only-stopped
"""

from tutor import track
from tutor.yours import ReplayBuffer

BATCH = 32
CAPACITY = 10000


def train(agent, env, steps, seed):
    obs, _ = env.reset(seed=seed)
    memory = ReplayBuffer(CAPACITY, len(obs))
    returns, total = ([], 0.0)
    for step in range(steps):
        epsilon = max(0.05, 1 - 0.95 * step / (steps / 2))
        action = agent.act(obs, epsilon)
        next_obs, reward, terminated, truncated, _ = env.step(action)
        memory.add(obs, action, float(reward), next_obs, False)
        total += float(reward)
        obs = next_obs
        if terminated or truncated:
            returns.append(total)
            track.scalar("return", total, step)
            total = 0.0
            obs, _ = env.reset()
        if len(memory) >= BATCH:
            agent.learn(memory.sample(BATCH, agent.rng))
    return returns


def evaluate(agent, env, episodes, seed):
    obs, _ = env.reset(seed=seed)
    returns, total = ([], 0.0)
    while len(returns) < episodes:
        action = agent.act(obs, 0.0)
        obs, reward, terminated, truncated, _ = env.step(action)
        total += float(reward)
        if terminated or truncated:
            returns.append(total)
            total = 0.0
            obs, _ = env.reset()
    return returns
