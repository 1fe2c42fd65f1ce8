"""Asks for epsilon once, before the first episode.

`epsilon` depends on the episode so that exploration may fade. Here it stays
what it was at first.

Lesson: rl/sarsa_and_q_learning#exploration-has-to-fade
"""

import numpy as np

from tutor.yours import epsilon_greedy


def q_update(Q, state, action, reward, after, terminated, alpha, gamma):
    future = 0.0 if terminated else Q[after].max()
    Q[state, action] += alpha * (reward + gamma * future - Q[state, action])


def q_learning(env, episodes, alpha, gamma, epsilon, rng):
    Q = np.zeros((env.observation_space.n, env.action_space.n))
    returns = np.zeros(episodes)
    explore = epsilon(0)
    for k in range(episodes):
        state, _ = env.reset()
        over = False
        while not over:
            action = epsilon_greedy(Q[state], explore, rng)
            after, reward, terminated, truncated, _ = env.step(action)
            q_update(Q, state, action, reward, after, terminated, alpha, gamma)
            returns[k] += reward
            state, over = (after, terminated or truncated)
    return (Q, returns)
