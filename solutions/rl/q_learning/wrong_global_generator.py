"""Explores with NumPy's global generator.

`np.random` belongs to the whole program: whoever else draws from it changes
what is done here, and the generator that was passed decides only ties. What
cannot be played again cannot be debugged.

Lesson: rl/bandits#greedy-gets-stuck
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
            action = epsilon_greedy(Q[state], 0.0, rng)
            if np.random.random() < explore:
                action = int(np.random.randint(Q.shape[1]))
            after, reward, terminated, truncated, _ = env.step(action)
            q_update(Q, state, action, reward, after, terminated, alpha, gamma)
            returns[k] += reward
            state, over = (after, terminated or truncated)
    return (Q, returns)
