"""Uses the value of a chosen action instead of the best.

That is SARSA. The target of Q-learning is the best next action, even if the
agent then explores.

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
            best = Q[after].copy()
            Q[after] = best[epsilon_greedy(best, explore, rng)]
            frozen = Q[after].copy()
            q_update(Q, state, action, reward, after, terminated, alpha, gamma)
            changed = Q[after] != frozen
            Q[after] = np.where(changed, Q[after], best)
            returns[k] += reward
            state, over = (after, terminated or truncated)
    return (Q, returns)
