"""Never takes the action it has chosen for the next step.

`action` keeps its first value for the whole episode, and the targets belong
to actions that are never tried. What was chosen for the target is what comes
next.

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
            state = after
            over = terminated or truncated
    return (Q, returns)
