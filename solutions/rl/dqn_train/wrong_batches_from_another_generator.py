"""Draws the batches from a generator of its own.

A new generator in every step, made from one number, starts over each time:
the rows drawn are nearly the same ones. And the agent's seed no longer
decides what it learns from.

Lesson: rl/dqn#learn-from-a-shuffled-past
"""

import numpy as np

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
        memory.add(obs, action, float(reward), next_obs, terminated)
        total += float(reward)
        obs = next_obs
        if terminated or truncated:
            returns.append(total)
            track.scalar("return", total, step)
            total = 0.0
            obs, _ = env.reset()
        if len(memory) >= BATCH:
            rng = np.random.default_rng(step)
            agent.learn(memory.sample(BATCH, rng))
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
