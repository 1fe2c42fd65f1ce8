"""Uses the hidden probabilities of the data for the chain as well.

The negative phase asks what the hidden units make of the chain: they are computed once
more, from its rows.

Lesson: dbn/contrastive_divergence#one-step-is-enough-to-start-with
"""

import numpy as np

from tutor.yours import gibbs_step


def sigmoid(x: np.ndarray) -> np.ndarray:
    return 0.5 * (1 + np.tanh(x / 2))


def rbm_step(
    state: dict,
    v: np.ndarray,
    rng: np.random.Generator,
    rate: float,
    momentum: float,
    decay: float,
    k: int,
    persistent: bool,
) -> dict:
    W, b, c = state["W"], state["b"], state["c"]
    chain = state["chain"] if persistent else v
    for _ in range(k):
        chain = gibbs_step(chain, W, b, c, rng)[3]
    p = q = sigmoid(v @ W + c)
    gW = v.T @ p / len(v) - chain.T @ q / len(chain)
    gb = v.mean(axis=0) - chain.mean(axis=0)
    gc = p.mean(axis=0) - q.mean(axis=0)
    vW = momentum * state["vW"] + rate * (gW - decay * W)
    vb = momentum * state["vb"] + rate * gb
    vc = momentum * state["vc"] + rate * gc
    kept = chain if persistent else state["chain"]
    parameters = {"W": W + vW, "b": b + vb, "c": c + vc}
    return parameters | {"vW": vW, "vb": vb, "vc": vc, "chain": kept}


def rbm_fit(
    X: np.ndarray,
    hidden: int,
    rng: np.random.Generator,
    epochs: int = 20,
    rate: float = 0.1,
    batch: int = 50,
    decay: float = 0.0002,
    k: int = 1,
    persistent: bool = False,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    D = X.shape[1]
    mean = X.mean(axis=0).clip(0.01, 0.99)
    state = {
        "W": rng.normal(0, 0.01, (D, hidden)),
        "b": np.log(mean / (1 - mean)),
        "c": np.zeros(hidden),
        "vW": np.zeros((D, hidden)),
        "vb": np.zeros(D),
        "vc": np.zeros(hidden),
        "chain": rng.integers(0, 2, (batch, D)).astype(float),
    }
    for epoch in range(epochs):
        momentum = 0.5 if epoch < 5 else 0.9
        order = rng.permutation(len(X))
        for start in range(0, len(X), batch):
            rows = X[order[start : start + batch]]
            state = rbm_step(
                state, rows, rng, rate, momentum, decay, k, persistent
            )
    return state["W"], state["b"], state["c"]
