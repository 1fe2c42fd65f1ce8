"""Asks for epsilon once, before the first episode.

`epsilon` depends on the episode so that exploration may fade. Here it stays
what it was at first.

Lesson: rl/sarsa_and_q_learning#exploration-has-to-fade
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
    explore = epsilon(0)
    for k in range(episodes):
        state, _ = env.reset()
        action = epsilon_greedy(Q[state], explore, rng)
        over = False
        while not over:
            after, reward, terminated, truncated, _ = env.step(action)
            following = epsilon_greedy(Q[after], explore, rng)
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
