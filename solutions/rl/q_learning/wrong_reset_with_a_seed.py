"""Seeds the world anew in every episode.

`reset` with a seed starts the world's chance from that number. Seeded again
and again, it plays the same few games; the seed belongs to the first reset,
and here it is none of the agent's business.

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
        state, _ = env.reset(seed=k)
        over = False
        while not over:
            action = epsilon_greedy(Q[state], explore, rng)
            after, reward, terminated, truncated, _ = env.step(action)
            q_update(Q, state, action, reward, after, terminated, alpha, gamma)
            returns[k] += reward
            state, over = (after, terminated or truncated)
    return (Q, returns)
