"""The life of a DQN agent, and its examination."""

import gymnasium as gym

from tutor import track
from tutor.yours import Agent, ReplayBuffer

BATCH = 32
CAPACITY = 10_000


def train(agent: Agent, env: gym.Env, steps: int, seed: int) -> list[float]:
    """Let an agent act and learn; return the returns of finished episodes.

    Args:
        agent: acts by `act` and learns by `learn`.
        env: where it acts.
        steps: how many steps in all.
        seed: of the environment's first episode.
    """
    obs, _ = env.reset(seed=seed)
    memory = ReplayBuffer(CAPACITY, len(obs))
    returns, total = [], 0.0
    for step in range(steps):
        epsilon = max(0.05, 1 - 0.95 * step / (steps / 2))
        action = agent.act(obs, epsilon)
        next_obs, reward, terminated, truncated, _ = env.step(action)
        # An episode that was only stopped has a future: store `terminated`.
        memory.add(obs, action, float(reward), next_obs, terminated)
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


def evaluate(
    agent: Agent, env: gym.Env, episodes: int, seed: int
) -> list[float]:
    """Return the return of each of some episodes without exploration."""
    obs, _ = env.reset(seed=seed)
    returns, total = [], 0.0
    while len(returns) < episodes:
        action = agent.act(obs, 0.0)
        obs, reward, terminated, truncated, _ = env.step(action)
        total += float(reward)
        if terminated or truncated:
            returns.append(total)
            total = 0.0
            obs, _ = env.reset()
    return returns
