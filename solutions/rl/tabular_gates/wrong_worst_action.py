"""Returns costs where values are asked for.

The judge follows the *largest* value of each row. With the sign turned it
follows the worst action.

Lesson: rl/sarsa_and_q_learning#the-best-next-action
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
    return -Q


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
