"""Updates a step when the next action is known, at the top of the loop."""

import numpy as np


def sarsa_update(
    Q, state, action, reward, after, next_action, terminated, alpha, gamma
):
    target = reward
    if not terminated:
        target += gamma * Q[after][next_action]
    Q[state][action] = Q[state][action] + alpha * (target - Q[state][action])


def soft(row, eps, rng):
    chances = np.full(len(row), eps / len(row))
    best = np.flatnonzero(row >= row.max())
    chances[best] += (1 - eps) / len(best)
    return int(rng.choice(len(row), p=chances))


def sarsa(env, episodes, alpha, gamma, epsilon, rng):
    Q = np.zeros((env.observation_space.n, env.action_space.n))
    scores = []
    for k in range(episodes):
        eps, score = epsilon(k), 0.0
        waiting, stopped = None, False
        s, _ = env.reset()
        while True:
            a = soft(Q[s], eps, rng)
            if waiting is not None:
                sarsa_update(Q, *waiting, s, a, False, alpha, gamma)
                if stopped:
                    break
            s2, r, term, trunc, _ = env.step(a)
            score += r
            if term:
                sarsa_update(Q, s, a, r, s2, 0, True, alpha, gamma)
                break
            waiting, stopped = (s, a, r), trunc
            s = s2
        scores.append(score)
    return Q, np.array(scores)
