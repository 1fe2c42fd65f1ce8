"""Evaluates with exploration left on.

At epsilon 0.05 every twentieth action is random. What is measured is a worse
agent than the one you have, by an amount that depends on the task.

Lesson: rl/debugging#measure-without-exploring
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


def evaluate(agent, env, episodes, seed):
    obs, _ = env.reset(seed=seed)
    returns, total = ([], 0.0)
    while len(returns) < episodes:
        action = agent.act(obs, 0.05)
        obs, reward, terminated, truncated, _ = env.step(action)
        total += float(reward)
        if terminated or truncated:
            returns.append(total)
            total = 0.0
            obs, _ = env.reset()
    return returns
