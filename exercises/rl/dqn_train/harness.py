"""Checks for rl/dqn_train. Oracles: a world's own diary, and a Bellman equation."""

import numpy as np
import torch

from tutor.envs import PROBES
from tutor.harness import assert_close, assert_equal, case, probe, require

BATCH = 32
PASSED = []
"""Which cases of the running check have passed: the slow one waits for them."""


@probe
def recorded(module, seed, steps):
    """Train in a world that tells when and where each number came from."""
    import gymnasium as gym

    class Diary(gym.Env):
        action_space = gym.spaces.Discrete(3)
        observation_space = gym.spaces.Box(-1e6, 1e6, (2,), np.float32)

        def __init__(self):
            self.log, self.seeds, self.episode = [], [], -1

        def reset(self, *, seed=None, options=None):
            self.seeds.append(seed)
            self.episode, self.t = self.episode + 1, 0
            return np.array([self.episode, 0], np.float32), {}

        def step(self, action):
            reward = float(action) + self.t / 8
            self.t += 1
            over = self.t >= 3 + self.episode % 4
            ends = over and self.episode % 2 == 0
            self.log.append(
                (self.episode, self.t - 1, action, reward, ends, over)
            )
            obs = np.array([self.episode, self.t], np.float32)
            return obs, reward, ends, over and not ends, {}

    env = Diary()
    batches, epsilons, moments, idle = [], [], [], []
    acting = np.random.default_rng(seed)

    class Stub:
        rng = np.random.default_rng(seed + 1)

        def act(self, obs, epsilon):
            epsilons.append(float(epsilon))
            self.before = self.rng.bit_generator.state
            return int(acting.integers(3))

        def learn(self, batch):
            idle.append(self.before == self.rng.bit_generator.state)
            batches.append([np.array(part) for part in batch])
            moments.append(len(env.log))
            return 0.0

    sizes, buffer = [], getattr(module, "ReplayBuffer", None)

    def spied(*given, **named):
        sizes.append(given[0] if given else named.get("capacity"))
        return buffer(*given, **named)

    if buffer is not None:
        module.ReplayBuffer = spied
    try:
        returns = module.train(Stub(), env, steps, seed)
    finally:
        if buffer is not None:
            module.ReplayBuffer = buffer
    return {
        "log": np.array(env.log, float),
        "seeds": env.seeds,
        "batches": batches,
        "moments": moments,
        "epsilons": epsilons,
        "returns": returns,
        "sizes": sizes,
        "idle": any(idle),
    }


@probe
def solved(module, name, seed, steps, gamma):
    """Return the action values learned in a probe environment."""
    from tutor import track
    from tutor.envs import PROBES
    from tutor.yours import Agent

    env = PROBES[name].env()
    agent = Agent(
        env.observation_space.shape[0],
        int(env.action_space.n),
        seed,
        gamma=gamma,
        rate=0.01,
        sync_every=10,
    )
    module.train(agent, track.env(env, name=name), steps, seed)
    with torch.no_grad():
        values = agent.online(torch.eye(env.observation_space.shape[0]))
    return np.array(values)


@probe
def evaluated(module, seed, episodes):
    """Return what evaluate gives, and what the agent and the world were asked."""
    import gymnasium as gym

    class Steps(gym.Env):
        action_space = gym.spaces.Discrete(2)
        observation_space = gym.spaces.Box(-1e6, 1e6, (2,), np.float32)

        def __init__(self):
            self.episode, self.seeds, self.played = -1, [], []

        def reset(self, *, seed=None, options=None):
            self.seeds.append(seed)
            self.episode, self.t = self.episode + 1, 0
            return np.array([self.episode, 0], np.float32), {}

        def step(self, action):
            self.t += 1
            self.played.append(self.episode)
            obs = np.array([self.episode, self.t], np.float32)
            over = self.t >= 2 + self.episode % 3
            ends = over and self.episode % 2 == 0
            reward = self.t + action / 4
            return obs, reward, ends, over and not ends, {}

    class Stub:
        def __init__(self):
            self.chances, self.learned = [], 0
            self.rng = np.random.default_rng(seed)

        def act(self, obs, epsilon):
            self.chances.append(float(epsilon))
            return int(obs[1]) % 2

        def learn(self, batch):
            self.learned += 1
            return 0.0

    env, agent = Steps(), Stub()
    returns = module.evaluate(agent, env, episodes, seed)
    return {
        "returns": returns,
        "chance": max(agent.chances, default=0.0),
        "learned": agent.learned,
        "seeds": env.seeds,
        "played": env.played,
    }


def seed_of(rng):
    return int(rng.integers(1 << 31))


@case("train: every transition learned from is one that happened")
def transitions(learner, rng):
    PASSED.clear()
    told = recorded(learner, seed_of(rng), 70)
    log = {(int(e), int(t)): row for e, t, *row in told["log"]}
    for batch in told["batches"]:
        obs, actions, rewards, after, over = batch
        require(
            len(obs) == BATCH,
            f"train must learn from batches of {BATCH} transitions.",
            obs,
        )
        for n, (episode, t) in enumerate(obs.astype(int).tolist()):
            require(
                (episode, t) in log and obs[n, 1] == t,
                "a transition starts in an observation that was never left.",
                obs[n],
            )
            action, reward, ends, _ = log[episode, t]
            assert_close(actions[n], int(action), what="its action")
            assert_close(float(rewards[n]), reward, what="its reward")
            assert_close(
                after[n],
                np.array([episode, t + 1], np.float32),
                because="The next observation is the one that step returned, "
                "also at the end of an episode.",
            )
            assert_close(
                float(over[n]),
                float(ends),
                because="A step that truly ended its episode was stored as "
                "if it went on: a value would be counted behind the end."
                if ends
                else "An episode that was truncated goes on in truth: "
                "only terminated ends the future.",
            )
    PASSED.append(transitions)


@case("train: learns at every step, from all of the past")
def memory(learner, rng):
    told = recorded(learner, seed_of(rng), 70)
    steps = len(told["log"])
    assert_equal(steps, 70, what="the number of steps")
    assert_equal(
        told["moments"],
        list(range(BATCH, 71)),
        what="the steps after which train learned",
    )
    require(
        not told["idle"],
        "a batch was drawn without agent.rng: all chance comes from there, "
        "so that the agent's seed decides what it learns from.",
    )
    order = {(int(e), int(t)): i for i, (e, t, *_) in enumerate(told["log"])}
    ages = [
        steps - order[e, t]
        for e, t in told["batches"][-1][0].astype(int).tolist()
    ]
    require(
        max(ages) > 40 and len(set(ages)) > 12,
        "the last batch holds recent transitions only, or few different "
        "ones. Draw from the whole memory.",
        ages,
    )
    require(
        told["sizes"] in ([], [10_000]),
        "the memory must hold 10,000 transitions.",
        told["sizes"],
    )
    PASSED.append(memory)


def schedule_of(epsilons, t):
    """Return what is wrong with how epsilon falls, if that can be told."""
    if epsilons.shape != t.shape:
        return ""
    if np.ptp(epsilons) < 0.02:
        return f"Epsilon does not fall: it is {epsilons[0]:.3g} at every step."
    if np.abs(epsilons - (1 - 0.95 * t / len(t))).max() < 0.02:
        return (
            "Epsilon falls over all of the steps: it must come to 0.05 in "
            "the first half of them."
        )
    return ""


@case("train: explores less and less, and reports whole episodes")
def episodes(learner, rng):
    seed = seed_of(rng)
    told = recorded(learner, seed, 70)
    t = np.arange(70)
    fallen = np.array(told["epsilons"])
    assert_close(
        fallen,
        np.maximum(0.05, 1 - 0.95 * t / 35),
        atol=0.02,
        what="epsilon by step",
        because=schedule_of(fallen, t),
    )
    assert_equal(told["seeds"][0], seed, what="the seed of the first reset")
    require(
        all(s is None for s in told["seeds"][1:]),
        "later resets take no seed: every episode would start alike.",
        told["seeds"],
    )
    sums = {}
    for e, _, _, reward, _, _ in told["log"]:
        sums[e] = sums.get(e, 0.0) + reward
    closed = [e for e, _, _, _, _, over in told["log"] if over]
    truth = [float(sums[e]) for e in closed]
    require(
        len(told["returns"]) == len(truth),
        f"{len(truth)} episodes were finished, and {len(told['returns'])} "
        "returns reported: one for each that is over, by either flag, and "
        "none for the one that was still going on",
        told["returns"],
    )
    because = ""
    if np.allclose(told["returns"], np.cumsum(truth)):
        because = (
            "Each return holds those of the episodes before as well: start "
            "again from 0 at an end."
        )
    ends = [reward for _, _, _, reward, _, over in told["log"] if over]
    if np.allclose(told["returns"], ends):
        because = (
            "These are the rewards of the last steps; a return is the sum "
            "over the episode."
        )
    assert_close(told["returns"], truth, what="the returns", because=because)
    PASSED.append(episodes)


@case("evaluate: no exploration, whole episodes, nothing learned")
def evaluation(learner, rng):
    seed = seed_of(rng)
    told = evaluated(learner, seed, 7)
    require(told["chance"] == 0, "evaluate explores.", told["chance"])
    require(told["learned"] == 0, "evaluate calls learn.", told["learned"])
    lengths = [2 + e % 3 for e in range(7)]
    assert_close(
        told["returns"],
        [sum(t + (t - 1) % 2 / 4 for t in range(1, n + 1)) for n in lengths],
        what="the returns of 7 episodes",
    )
    assert_equal(told["seeds"][0], seed, what="the seed of the first reset")
    require(
        all(s is None for s in told["seeds"][1:]),
        "later resets take no seed.",
        told["seeds"],
    )
    PASSED.append(evaluation)


@case("a probe environment: the values learned are the Bellman solution")
def probes(learner, rng):
    require(
        len(PASSED) == 4,
        "the probe environment is tried when everything above has passed.",
    )
    values = solved(learner, "true_end", seed_of(rng), 250, 0.9)
    wrong = np.abs(values - PROBES["true_end"].action_values(0.9)).max()
    require(
        wrong < 0.25,
        f"in true_end the values are off by {wrong:.2f}. That world finds "
        f"{PROBES['true_end'].finds}.",
        values,
    )
