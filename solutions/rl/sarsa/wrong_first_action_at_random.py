"""Starts every episode with a random action.

The first action is chosen like all the others: greedy but for a share
epsilon. On the cliff a random first step costs 25 on average.

Lesson: rl/sarsa_and_q_learning#the-action-that-comes
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
        action = epsilon_greedy(Q[state], 1.0, rng)
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
