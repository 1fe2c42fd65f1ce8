"""Checks for rnn/layer_tests: right and wrong layers, made by the judge."""

import numpy as np

from tutor.harness import CheckFailed, case, probe


@probe
def verdict_on(module, kind, seed):
    """Return what `sound` says of a layer of this kind, with random weights."""
    D, H = 3, 4
    rng = np.random.default_rng(seed)
    Wx = rng.uniform(0.3, 0.8, (D, H)) * rng.choice([-1, 1], (D, H))
    Wh = rng.uniform(0.2, 0.5, (H, H)) * rng.choice([-1, 1], (H, H))
    b = rng.uniform(-0.3, 0.3, H)
    left, balance = [np.zeros(H)], np.array([1.0, -1.0, 1.0, -1.0])

    def step(x, h, t):
        if kind in ("leaky", "balanced"):
            return 0.8 * h + 0.2 * x @ Wx
        if kind == "float32":
            z = 1 / (1 + np.exp(-(x @ Wx)))
            new = z * h + (1 - z) * np.tanh(h @ Wh + x @ Wx)
            return new.astype("float32")
        scale = 1 + 0.2 * t if kind == "other weights at other steps" else 1.0
        # Joined, so that x and h must hold as many sequences.
        return np.tanh(np.hstack([x, h]) @ np.vstack([scale * Wx, Wh]) + b)

    def forward(X, h0):
        X, first = np.array(X, dtype=float), np.array(h0, dtype=float)
        if kind == "batch mean":
            X = X + 0.5 * X.mean(axis=0)
        if kind in ("ahead by 1", "ahead by 2"):
            by = int(kind[-1])
            X[:, :-by] += 0.5 * X[:, by:]
        if kind == "deaf":
            X = 0 * X
        h, seen = first * (kind != "h0 ignored"), []
        if kind == "kept from the last call":
            h = h + 0.3 * left[0]
        for t in range(X.shape[1]):
            before = {"reset": first, "memoryless": 0 * h}.get(kind, h)
            if kind == "neighbour":
                before = np.vstack([h[:1], h[:-1]])
            new = step(X[:, t], before, t)
            if kind == "noise":
                new = new * (1 + 0.2 * rng.choice([-1, 1], new.shape))
            if kind == "blurred":
                new = new + 1e-7 * rng.normal(size=new.shape)
            seen.append(h if kind == "late" else new)
            if kind == "balanced":
                # What some units gain the others lose: the mean stays.
                rest = X[:, t:].mean(axis=(1, 2))
                seen[-1] = new + np.outer(rest, balance)
            h = new
        left[0] = h.mean(axis=0)
        return np.stack(seen, axis=1)

    verdict = module.sound(forward, D, H)
    if type(verdict) in (bool, np.bool_):
        return bool(verdict)
    return type(verdict).__name__


def judge(learner, rng, kind, expected, what):
    verdict = verdict_on(learner, kind=kind, seed=int(rng.integers(1 << 31)))
    if type(verdict) is not bool:
        raise CheckFailed(f"sound must return True or False, not {verdict}")
    if verdict is not expected:
        raise CheckFailed(
            f"your test {'accepted' if verdict else 'rejected'} {what}"
        )


def rejects(learner, rng, kind, what):
    judge(learner, rng, kind, False, what)


@case("right layers of different kinds are accepted")
def right(learner, rng):
    judge(learner, rng, "tanh", True, "a tanh layer that is right")
    judge(learner, rng, "leaky", True, "a right layer without a tanh")


@case("rounding is no fault: float32 is accepted")
def rounded(learner, rng):
    judge(
        learner, rng, "float32", True, "a right layer that computes in float32"
    )
    judge(
        learner,
        rng,
        "blurred",
        True,
        "a right layer whose seventh digit is not always the same",
    )


@case("a layer that knows later inputs is rejected")
def future(learner, rng):
    rejects(
        learner,
        rng,
        "ahead by 2",
        "a layer that peeks at the input after the next",
    )
    rejects(learner, rng, "ahead by 1", "a layer that peeks at the next input")
    rejects(
        learner,
        rng,
        "balanced",
        "a layer that adds what it knows of later inputs to half of the "
        "units, and takes it from the others",
    )


@case("a layer whose sequences see each other is rejected")
def batch(learner, rng):
    rejects(
        learner,
        rng,
        "batch mean",
        "a layer that adds the mean of the batch to each input",
    )
    rejects(
        learner,
        rng,
        "neighbour",
        "a layer that hands each state to the next sequence",
    )


@case("a layer whose state is not what is carried is rejected")
def pieces(learner, rng):
    rejects(learner, rng, "reset", "a layer that starts every step from h0")
    rejects(
        learner,
        rng,
        "h0 ignored",
        "a layer that starts from zeros, whatever h0 is",
    )
    rejects(
        learner,
        rng,
        "other weights at other steps",
        "a layer with other weights at other steps",
    )
    rejects(
        learner, rng, "late", "a layer that reports each state a step late"
    )


@case("a layer without a memory is rejected")
def memoryless(learner, rng):
    rejects(
        learner,
        rng,
        "memoryless",
        "a layer that forgets everything at every step",
    )


@case("a layer that does not listen is rejected")
def deaf(learner, rng):
    rejects(learner, rng, "deaf", "a layer that is deaf to its inputs")


@case("a layer that does not repeat itself is rejected")
def unsteady(learner, rng):
    rejects(learner, rng, "noise", "a layer with noise on its states")
    rejects(
        learner,
        rng,
        "kept from the last call",
        "a layer that keeps a state from call to call",
    )
