"""Chooses the next action before it has learned from this one.

Where a step leads back to the same state, the choice is then made by values
that are out of date. SARSA needs to know the next action before it learns;
Q-learning does not.

Lesson: rl/sarsa_and_q_learning#the-best-next-action
"""

import numpy as np

from tutor.yours import epsilon_greedy


def q_update(Q, state, action, reward, after, terminated, alpha, gamma):
    future = 0.0 if terminated else Q[after].max()
    Q[state, action] += alpha * (reward + gamma * future - Q[state, action])


def q_learning(env, episodes, alpha, gamma, epsilon, rng):
    Q = np.zeros((env.observation_space.n, env.action_space.n))
    returns = np.zeros(episodes)
    for k in range(episodes):
        explore = epsilon(k)
        state, _ = env.reset()
        over = False
        action = epsilon_greedy(Q[state], explore, rng)
        while not over:
            after, reward, terminated, truncated, _ = env.step(action)
            following = epsilon_greedy(Q[after], explore, rng)
            q_update(Q, state, action, reward, after, terminated, alpha, gamma)
            returns[k] += reward
            state, over = after, terminated or truncated
            action = following
    return (Q, returns)
