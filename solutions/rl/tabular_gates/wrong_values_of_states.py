"""Returns the value of each state, the same for all actions.

The judge has no table to look ahead with, and neither has an agent: it takes
values of *actions* to choose.

Lesson: rl/learning_from_episodes#averages-of-whole-episodes
"""

import numpy as np

from tutor import track
from tutor.yours import epsilon_greedy, q_update


def learn(env, name, seed):
    rng = np.random.default_rng(seed)
    Q = np.zeros((env.observation_space.n, env.action_space.n))
    visits = np.zeros_like(Q)
    budget = env.steps_left
    while env.steps_left > 200:
        left = env.steps_left / budget
        explore = max(0.05, 1.6 * left - 0.6) if name == "lake" else 0.3 * left
        track.scalar("exploration", explore, budget - env.steps_left)
        play(env, Q, visits, explore, name == "lake", rng)
    return np.repeat(Q.max(axis=1, keepdims=True), Q.shape[1], axis=1)


def play(env, Q, visits, explore, slippery, rng):
    state, _ = env.reset()
    over = False
    while not over:
        action = epsilon_greedy(Q[state], explore, rng)
        track.policy(values=Q[state])
        after, reward, terminated, truncated, _ = env.step(action)
        visits[state, action] += 1
        alpha = visits[state, action] ** (-0.6) if slippery else 1.0
        q_update(Q, state, action, reward, after, terminated, alpha, 0.99)
        state, over = after, terminated or truncated
