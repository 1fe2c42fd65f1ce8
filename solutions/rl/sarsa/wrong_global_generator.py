"""Explores with NumPy's global generator.

`np.random` belongs to the whole program: whoever else draws from it changes
what is done here, and the generator that was passed decides only ties. What
cannot be played again cannot be debugged.

Lesson: rl/bandits#greedy-gets-stuck
"""

import numpy as np

from tutor.yours import epsilon_greedy


def sarsa_update(
    Q, state, action, reward, after, next_action, terminated, alpha, gamma
):
    future = 0.0 if terminated else Q[after, next_action]
    Q[state, action] += alpha * (reward + gamma * future - Q[state, action])


def sarsa(env, episodes, alpha, gamma, epsilon, rng):
    Q = np.zeros((env.observation_space.n, env.action_space.n))
    returns = np.zeros(episodes)
    for k in range(episodes):
        explore = epsilon(k)
        state, _ = env.reset()
        action = epsilon_greedy(Q[state], explore, rng)
        over = False
        while not over:
            after, reward, terminated, truncated, _ = env.step(action)
            following = epsilon_greedy(Q[after], 0.0, rng)
            if np.random.random() < explore:
                following = int(np.random.randint(Q.shape[1]))
            sarsa_update(
                Q,
                state,
                action,
                reward,
                after,
                following,
                terminated,
                alpha,
                gamma,
            )
            returns[k] += reward
            state, action = (after, following)
            over = terminated or truncated
    return (Q, returns)
