"""Takes the whole old value off instead of a share of it.

The bracket ends too early: alpha times the target, less the old value, leaves
nothing of what was learned. The step is a share of the surprise, target minus
estimate.

Lesson: rl/sarsa_and_q_learning#the-best-next-action
"""

import numpy as np

from tutor.yours import epsilon_greedy


def q_update(Q, state, action, reward, after, terminated, alpha, gamma):
    future = 0.0 if terminated else Q[after].max()
    Q[state, action] += alpha * (reward + gamma * future) - Q[state, action]


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
            q_update(Q, state, action, reward, after, terminated, alpha, gamma)
            returns[k] += reward
            state, over = (after, terminated or truncated)
    return (Q, returns)
