"""Never tells the update that the episode has ended.

The update knows what to do at an end, but has to be told of it. As it is, a
value is counted behind every true end.

Lesson: rl/sarsa_and_q_learning#ends-and-time-limits
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
            q_update(Q, state, action, reward, after, False, alpha, gamma)
            returns[k] += reward
            state, over = (after, terminated or truncated)
    return (Q, returns)
