"""Learns from the mean over the next actions, past its own update.

That is an on-policy target, of an agent that throws a die. Q-learning asks
for the best next action, and `q_update` does so: use it.

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
        while not over:
            action = epsilon_greedy(Q[state], explore, rng)
            after, reward, terminated, truncated, _ = env.step(action)
            future = 0.0 if terminated else Q[after].mean()
            target = reward + gamma * future
            Q[state, action] += alpha * (target - Q[state, action])
            returns[k] += reward
            state, over = (after, terminated or truncated)
    return (Q, returns)
