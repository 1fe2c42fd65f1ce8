"""Takes the first of several best actions.

All values are equal at the start, so the agent goes up, always up, until that
value has fallen. With rewards only at the goal it never leaves the wall.

Lesson: rl/sarsa_and_q_learning#exploration-has-to-fade
"""

import numpy as np


def epsilon_greedy(values, epsilon, rng):
    if rng.random() < epsilon:
        return int(rng.integers(len(values)))
    return int(values.argmax())


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
