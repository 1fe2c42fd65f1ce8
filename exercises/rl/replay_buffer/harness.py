"""Checks for rl/replay_buffer. Oracle: every transition carries its number in all parts."""

from itertools import product

import numpy as np

from tutor.harness import (
    assert_contract,
    assert_equal,
    assert_frequencies,
    case,
    probe,
    raises,
    require,
)

NAMES = ("obs", "actions", "rewards", "next_obs", "terminated")


@probe
def filled(module, capacity, size, count, draws, seed, kind):
    """Add transitions through one reused array; return length and a sample."""
    buffer = module.ReplayBuffer(capacity, size)
    obs, after = np.zeros(size, kind), np.zeros(size, kind)
    for t in range(count):
        obs[:] = t + np.arange(size) / 8
        after[:] = t + 0.5 + np.arange(size) / 8
        buffer.add(obs, t % 3, t / 4, after, t % 2 == 1)
    length = len(buffer)
    batch = buffer.sample(draws, np.random.default_rng(seed))
    if type(batch) not in (tuple, list) or len(batch) != 5:
        return length, False, batch
    return length, True, tuple(np.array(part) for part in batch)


@probe
def twice(module, seed):
    """Return two samples from one state of rng, the first spoilt by its owner."""
    buffer = module.ReplayBuffer(4, 2)
    for t in range(3):
        buffer.add(np.full(2, t), t, t, np.full(2, t + 1), False)
    first = buffer.sample(6, np.random.default_rng(seed))
    kept = [np.array(part) for part in first]
    for part in first:
        part += 100
    again = buffer.sample(6, np.random.default_rng(seed))
    return kept, [np.array(part) for part in again]


@probe
def alone(module, seed):
    """Return samples of 4 from a buffer of one transition."""
    buffer = module.ReplayBuffer(3, 1)
    buffer.add(np.array([7.0]), 2, 1.5, np.array([8.0]), True)
    batch = buffer.sample(4, np.random.default_rng(seed))
    return tuple(np.array(part) for part in batch)


@probe
def many(module, batches, seed):
    """Return the rewards of batches of 4, of the last 5 of 8 transitions."""
    buffer = module.ReplayBuffer(5, 1)
    for t in range(8):
        buffer.add(np.array([t]), t, t - 3, np.array([t]), False)
    rng = np.random.default_rng(seed)
    drawn = [np.array(buffer.sample(4, rng)[2]) for _ in range(batches)]
    return np.array(drawn).astype(int)


@probe
def from_nothing(module, seed):
    """Sample from a buffer to which nothing was added."""
    module.ReplayBuffer(3, 2).sample(2, np.random.default_rng(seed))


def sampled(learner, rng, capacity, size, count, draws, kind="float64"):
    """Return length and the five arrays, their form checked."""
    seed = int(rng.integers(1 << 31))
    length, formed, batch = filled(
        learner, capacity, size, count, draws, seed, kind
    )
    require(
        formed,
        "sample must return a tuple of five: obs, actions, rewards, "
        "next_obs, terminated.",
        batch,
    )
    return length, batch


def ages(batch):
    """Return the number of the transition that each row is."""
    return np.rint(batch[2].astype(float) * 4).astype(int)


@case("len counts what is held, from empty to full")
def lengths(learner, rng):
    for count in (1, 3, 5, 6, 13):
        length, _ = sampled(learner, rng, 5, 2, count, 4)
        assert_equal(length, min(count, 5), what=f"len after {count} of 5")


@case("a batch has the promised shapes and dtypes")
def form(learner, rng):
    for size, draws in ((3, 7), (1, 1), (4, 4)):
        _, batch = sampled(learner, rng, 9, size, 5, draws)
        shapes = ((draws, size), (draws,), (draws,), (draws, size), (draws,))
        kinds = ("float32", "int64", "float32", "float32", "float32")
        for part, name, shape, kind in zip(
            batch, NAMES, shapes, kinds, strict=True
        ):
            assert_contract(part, shape, kind, what=name)


@case("each row of a batch is one transition that was added")
def rows(learner, rng):
    for count, kind in product((4, 11), ("float64", "float32")):
        _, batch = sampled(learner, rng, 6, 3, count, 40, kind)
        t = ages(batch).astype(float)
        steps = np.arange(3) / 8
        expected = {
            "obs": t[:, None] + steps,
            "actions": t % 3,
            "next_obs": t[:, None] + 0.5 + steps,
            "terminated": t % 2,
        }
        for part, name in zip(batch, NAMES, strict=True):
            wrong = name in expected and not np.array_equal(
                part, expected[name]
            )
            require(
                not wrong,
                f"{name} does not belong to the rewards of the same rows. "
                "Are numbers copied when they are added, and are all parts "
                "drawn together?",
                got=part,
            )


@case("a full buffer has lost the oldest, and only those")
def newest(learner, rng):
    for capacity, count in ((4, 3), (4, 4), (4, 5), (4, 11), (1, 3)):
        _, batch = sampled(learner, rng, capacity, 1, count, 200)
        found = sorted(set(ages(batch).tolist()))
        held = list(range(max(0, count - capacity), count))
        assert_equal(
            found,
            held,
            what=f"the transitions found after adding {count}, capacity "
            f"{capacity},",
        )


@case("all that is held is equally likely, whatever else the batch has")
def uniform(learner, rng):
    batches = 300
    drawn = many(learner, batches, int(rng.integers(1 << 31)))
    counts = np.bincount(drawn.ravel(), minlength=5)
    require(len(counts) == 5, "a reward was never added.", drawn)
    pairs = int((drawn[:, 0] == drawn[:, 1]).sum())
    assert_frequencies(counts, np.ones(5), what="the rows drawn")
    assert_frequencies(
        [pairs, batches - pairs],
        [0.2, 0.8],
        what="equal and different neighbours in a batch",
    )


@case("a batch may be larger than what is held")
def larger(learner, rng):
    batch = alone(learner, int(rng.integers(1 << 31)))
    require(
        len(batch[0]) == 4 and set(batch[2].tolist()) == {1.5},
        "four draws from a buffer that holds one transition are that "
        "transition four times.",
        batch,
    )


@case("the same rng gives the same batch, whatever was done to the last one")
def copies(learner, rng):
    seed = int(rng.integers(1 << 31))
    first, again = twice(learner, seed)
    same = all(np.array_equal(a, b) for a, b in zip(first, again, strict=True))
    require(
        same,
        "from the same state of rng the second batch differs. Does all chance "
        "come from rng, and is what you return a copy of the memory?",
    )


@case("an empty buffer has nothing to sample")
def empty(learner, rng):
    with raises(ValueError, "when the buffer is empty"):
        from_nothing(learner, int(rng.integers(1 << 31)))
