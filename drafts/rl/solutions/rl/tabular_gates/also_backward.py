"""Plays an episode, then learns from its steps in reverse order."""

import numpy as np

from tutor import track


def learn(env, name, seed):
    rng = np.random.default_rng(seed)
    S, A = env.observation_space.n, env.action_space.n
    Q = rng.uniform(0, 1e-6, (S, A))
    count = np.zeros((S, A), dtype=int)
    full, episodes = env.steps_left, 0
    while env.steps_left >= 400:
        share = env.steps_left / full
        eps = max(0.05, 1.5 * share - 0.5) if name == "lake" else share / 10
        s, done, trail = env.reset()[0], False, []
        while not done:
            if rng.random() < eps:
                a = int(rng.integers(A))
            else:
                a = int(Q[s].argmax())
            n, r, terminated, truncated, _ = env.step(a)
            trail.append((s, a, r, n, terminated))
            s, done = n, terminated or truncated
        for s, a, r, n, terminated in reversed(trail):
            target = r if terminated else r + 0.99 * Q[n].max()
            count[s, a] += 1
            step = count[s, a] ** -0.6 if name == "lake" else 1.0
            Q[s, a] += step * (target - Q[s, a])
        episodes += 1
        if episodes % 50 == 0:
            track.scalar("steps of the episode", len(trail), episodes)
    return Q
