"""Its own epsilon-greedy rule, targets written out in the loop."""

import numpy as np


def q_update(Q, state, action, reward, after, terminated, alpha, gamma):
    target = reward + gamma * np.max(Q[after]) * (not terminated)
    Q[state, action] = (1 - alpha) * Q[state, action] + alpha * target


def pick(row, eps, rng):
    if rng.uniform() < eps:
        return rng.choice(len(row))
    order = rng.permutation(len(row))
    return order[np.argmax(row[order])]


def q_learning(env, episodes, alpha, gamma, epsilon, rng):
    Q = np.zeros([env.observation_space.n, env.action_space.n])
    history = []
    for episode in range(episodes):
        obs, _info = env.reset()
        eps, score = epsilon(episode), 0.0
        while True:
            act = int(pick(Q[obs], eps, rng))
            nxt, rew, term, trunc, _info = env.step(act)
            q_update(Q, obs, act, rew, nxt, term, alpha, gamma)
            score += rew
            obs = nxt
            if term or trunc:
                break
        history.append(score)
    return Q, np.array(history)
