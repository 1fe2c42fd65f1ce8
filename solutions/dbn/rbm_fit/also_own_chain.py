"""Another right way: its own sampler, velocities in a loop over names."""

import numpy as np


def logistic(x):
    small = np.exp(-np.abs(x))
    return np.where(x >= 0, 1 / (1 + small), small / (1 + small))


def means(rows, units):
    n = len(rows)
    return {
        "W": np.einsum("ni,nj->ij", rows, units) / n,
        "b": rows.sum(axis=0) / n,
        "c": units.sum(axis=0) / n,
    }


def rbm_step(state, v, rng, rate, momentum, decay, k, persistent):
    W, b, c = (state[name] for name in "Wbc")
    dream = v
    if persistent:
        dream = state["chain"]
    for _ in range(k):
        chance = logistic(dream @ W + c)
        on = rng.random(chance.shape) < chance
        chance = logistic(on @ W.T + b)
        dream = np.where(rng.random(chance.shape) < chance, 1.0, 0.0)
    wake = means(v, logistic(v @ W + c))
    sleep = means(dream, logistic(dream @ W + c))
    after = {"chain": dream.copy() if persistent else state["chain"].copy()}
    for name in "Wbc":
        pull = decay * W if name == "W" else 0.0
        speed = momentum * state["v" + name]
        speed = speed + rate * (wake[name] - sleep[name] - pull)
        after["v" + name] = speed
        after[name] = state[name] + speed
    return after


def rbm_fit(
    X,
    hidden,
    rng,
    epochs=20,
    rate=0.1,
    batch=50,
    decay=0.0002,
    k=1,
    persistent=False,
):
    n, D = X.shape
    m = np.clip(np.mean(X, axis=0), 0.01, 0.99)
    state = {"b": np.log(m) - np.log1p(-m), "c": np.zeros(hidden)}
    state["W"] = 0.01 * rng.standard_normal((D, hidden))
    for name in "Wbc":
        state["v" + name] = np.zeros_like(state[name])
    state["chain"] = np.where(rng.random((batch, D)) < m, 1.0, 0.0)
    for epoch in range(epochs):
        shuffled = np.arange(n)
        rng.shuffle(shuffled)
        pieces = np.split(shuffled, np.arange(batch, n, batch))
        for piece in pieces:
            state = rbm_step(
                state,
                X[piece],
                rng,
                rate,
                0.9 if epoch >= 5 else 0.5,
                decay,
                k,
                persistent,
            )
    return state["W"], state["b"], state["c"]
