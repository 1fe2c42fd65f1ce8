"""Checks for rl/vector_rollout. Oracle: the diary that every world keeps of itself."""

import numpy as np

from tutor.harness import (
    assert_contract,
    assert_equal,
    case,
    probe,
    require,
)

KINDS = {
    "obs": "float32",
    "next_obs": "float32",
    "actions": "int64",
    "rewards": "float64",
    "terminated": "bool",
    "truncated": "bool",
    "valid": "bool",
}


@probe
def played(module, lengths, ends, calls, seed):
    """Play in worlds that keep a diary; return all batches and the diaries.

    World w has episodes of lengths[w] in turn; one that `ends` is terminated,
    else truncated.
    """
    import gymnasium as gym

    class Diary(gym.Env):
        def __init__(self, number):
            self.action_space = gym.spaces.Discrete(5)
            self.observation_space = gym.spaces.Box(
                -1e6, 1e6, (3,), np.float32
            )
            self.number, self.episode, self.diary = number, -1, []
            self.seeds = []

        def now(self):
            here = [self.number, self.episode, self.t]
            return np.array(here, np.float32)

        def reset(self, *, seed=None, options=None):
            self.seeds.append(seed)
            self.episode, self.t = self.episode + 1, 0
            return self.now(), {}

        def step(self, action):
            turn = self.episode % len(lengths[self.number])
            reward = float(action) + self.t / 4 + self.number
            line = [self.episode, self.t, int(action), reward]
            self.t += 1
            over = self.t >= lengths[self.number][turn]
            kind = ends[self.number][turn]
            self.diary.append([*line, over and kind, over and not kind])
            return self.now(), reward, over and kind, over and not kind, {}

    worlds = [Diary(i) for i in range(len(lengths))]
    envs = gym.vector.SyncVectorEnv([lambda w=w: w for w in worlds])
    asked = []

    def choose(obs):
        asked.append(np.array(obs))
        return (np.arange(len(obs)) + len(asked)) % 5

    rollout = module.Rollout(envs, seed)
    batches, spoilt = [], []
    for steps in calls:
        batch = rollout.collect(choose, steps)
        if type(batch) is not dict:
            return type(batch).__name__
        batches.append(
            {
                key: list(value) if type(value) is list else np.array(value)
                for key, value in batch.items()
            }
        )
        spoilt.append(batch)
    for batch, kept in zip(spoilt, batches, strict=True):
        same = all(np.array_equal(batch[k], kept[k]) for k in kept)
        if not same:
            return "changed"
    return {
        "batches": batches,
        "diaries": [w.diary for w in worlds],
        "seeds": [w.seeds for w in worlds],
        "asked": np.array(asked),
    }


PLANS = (
    (
        [[3, 5, 2], [4, 1, 6]],
        [[True, False, True], [False, True, False]],
        [14],
    ),
    ([[4], [2], [5]], [[True], [False], [True]], [5, 4, 9]),
    ([[3, 2]], [[False, True]], [1, 9]),
    ([[30], [30], [30], [30]], [[True]] * 4, [4]),
)


def plans(learner, rng):
    """Yield what happened under each plan, its form checked."""
    for lengths, ends, calls in PLANS:
        told = played(
            learner, lengths, ends, calls, int(rng.integers(1 << 31))
        )
        require(
            told != "changed",
            "an array that collect returned changed during a later call.",
        )
        require(type(told) is dict, f"collect must return a dict, not {told}.")
        for batch in told["batches"]:
            missing = {*KINDS, "returns"} - set(batch)
            require(
                not missing, f"collect's dict has no {sorted(missing)}.", batch
            )
        told["n"], told["calls"] = len(lengths), calls
        yield told


def joined(told, key):
    """Return a key of all batches as one array, time first."""
    return np.concatenate([batch[key] for batch in told["batches"]])


@case("time first, worlds second, and the promised dtypes")
def form(learner, rng):
    for told in plans(learner, rng):
        for batch, steps in zip(told["batches"], told["calls"], strict=True):
            for key, kind in KINDS.items():
                more = (3,) if key in ("obs", "next_obs") else ()
                shape = (steps, told["n"], *more)
                assert_contract(batch[key], shape, kind, what=key)


@case("valid rows are the steps that happened, and no others")
def valid(learner, rng):
    for told in plans(learner, rng):
        form_ok(told)
        flags = joined(told, "valid")
        for world, diary in enumerate(told["diaries"]):
            count = int(flags[:, world].sum())
            require(
                count == len(diary),
                f"world {world} made {len(diary)} steps, but {count} of its "
                "rows are valid. A row is a reset, and not valid, if the step "
                "before it ended an episode, whether terminated or truncated",
            )
            obs = joined(told, "obs")[flags[:, world], world]
            places = [[world, e, t] for e, t, *_ in diary]
            require(
                np.array_equal(obs, np.array(places, np.float32)),
                "the valid rows of obs are not the observations from before "
                "each step.",
                obs,
            )


def form_ok(told):
    """Fail on shapes here, so that later cases can index."""
    for key in KINDS:
        lead = joined(told, key).shape[:2]
        wanted = (sum(told["calls"]), told["n"])
        require(lead == wanted, f"{key} must have time first, worlds second.")


@case("actions and rewards are those of their step")
def deeds(learner, rng):
    for told in plans(learner, rng):
        form_ok(told)
        for world, diary in enumerate(told["diaries"]):
            here = joined(told, "valid")[:, world]
            require(here.sum() == len(diary), "valid marks other rows.")
            for key, column in (("actions", 2), ("rewards", 3)):
                got = joined(told, key)[here, world]
                wanted = np.array([line[column] for line in diary])
                require(
                    np.array_equal(got, wanted),
                    f"{key} are not those of the steps in the same rows.",
                    got,
                )


@case("next_obs is where the step led, to the last one of an episode")
def after(learner, rng):
    for told in plans(learner, rng):
        form_ok(told)
        for world, diary in enumerate(told["diaries"]):
            here = joined(told, "valid")[:, world]
            require(here.sum() == len(diary), "valid marks other rows.")
            got = joined(told, "next_obs")[here, world]
            places = [[world, e, t + 1] for e, t, *_ in diary]
            require(
                np.array_equal(got, np.array(places, np.float32)),
                "next_obs is not the observation that the step returned. Is "
                "the last one of an episode replaced by a first one?",
                got,
            )


@case("terminated and truncated: each flag in the row of its step")
def flags(learner, rng):
    for told in plans(learner, rng):
        form_ok(told)
        for world, diary in enumerate(told["diaries"]):
            here = joined(told, "valid")[:, world]
            require(here.sum() == len(diary), "valid marks other rows.")
            for key, column in (("terminated", 4), ("truncated", 5)):
                got = joined(told, key)[here, world]
                wanted = np.array([line[column] for line in diary], bool)
                require(
                    np.array_equal(got, wanted),
                    f"{key} does not say how the steps of its rows ended.",
                    got,
                )


@case("returns: whole episodes, in the order in which they ended")
def returns(learner, rng):
    for told in plans(learner, rng):
        form_ok(told)
        sums, ended = {}, []
        lines = [iter(diary) for diary in told["diaries"]]
        over = [False] * told["n"]
        for _ in range(sum(told["calls"])):
            row = []
            for world in range(told["n"]):
                if over[world]:
                    over[world] = False
                    continue
                e, _, _, reward, done, stopped = next(lines[world])
                sums[world, e] = sums.get((world, e), 0.0) + reward
                if done or stopped:
                    over[world] = True
                    row.append(float(sums[world, e]))
            ended.append(row)
        start = 0
        for batch, steps in zip(told["batches"], told["calls"], strict=True):
            wanted = [v for row in ended[start : start + steps] for v in row]
            require(
                type(batch["returns"]) is list,
                "returns must be a list of floats",
                batch["returns"],
            )
            assert_equal(batch["returns"], wanted, what="returns")
            start += steps
        calls = len(told["asked"])
        assert_equal(calls, start, what="the number of calls of choose")


@case("one reset with the seed; calls play on")
def resets(learner, rng):
    lengths, ends, calls = PLANS[1]
    seed = int(rng.integers(1 << 31))
    told = played(learner, lengths, ends, calls, seed)
    require(type(told) is dict, f"collect must return a dict, not {told}.")
    for world, seeds in enumerate(told["seeds"]):
        assert_equal(seeds[0], seed + world, what="the seed of a world")
        require(
            all(s is None for s in seeds[1:]),
            "the worlds were reset with a seed again.",
            seeds,
        )
        closed = sum(line[4] or line[5] for line in told["diaries"][world])
        require(
            len(seeds) - 1 <= closed,
            "a world was reset although its episode had not ended.",
            seeds,
        )
