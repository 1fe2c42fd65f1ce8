"""One loop for both purposes, which tells what it sees."""

from collections import deque

import numpy as np

from tutor.yours import ReplayBuffer


def play(agent, env, seed, epsilon_of, seen):
    obs, total, step = env.reset(seed=seed)[0], 0.0, 0
    obs = np.array(obs)
    while True:
        action = agent.act(obs, epsilon_of(step))
        after, reward, ended, stopped, _ = env.step(action)
        total, over = total + float(reward), ended or stopped
        go_on = seen((obs, action, reward, after, ended), over, total)
        obs, step = np.array(after), step + 1
        if over:
            obs, total = np.array(env.reset()[0]), 0.0
        if not go_on:
            return


def train(agent, env, steps, seed):
    size = env.observation_space.shape[0]
    memory, returns, left = ReplayBuffer(10_000, size), [], deque(range(steps))

    def seen(transition, over, total):
        memory.add(*transition)
        if over:
            returns.append(total)
        if len(memory) >= 32:
            agent.learn(memory.sample(32, agent.rng))
        left.popleft()
        return bool(left)

    def epsilon(t):
        return max(0.05, 1 - 1.9 * t / steps)

    play(agent, env, seed, epsilon, seen)
    return returns


def evaluate(agent, env, episodes, seed):
    returns = []

    def seen(transition, over, total):
        if over:
            returns.append(total)
        return len(returns) < episodes

    play(agent, env, seed, lambda t: 0.0, seen)
    return returns
