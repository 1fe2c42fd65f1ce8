"""Checks for rl/dqn_agent. Oracles: autograd, and what chance must give."""

import numpy as np
import torch

from tutor.harness import (
    assert_close,
    assert_equal,
    assert_frequencies,
    assert_proportion,
    case,
    probe,
    require,
)


@probe
def made(module, seeds):
    """Return the values of both networks for two seeds, and if they share."""
    tables = []
    for seed in seeds:
        agent = module.Agent(3, 2, seed)
        with torch.no_grad():
            pair = [
                np.array(net(torch.eye(3)))
                for net in (agent.online, agent.target)
            ]
        tables.append(pair)
    with torch.no_grad():
        for part in agent.online.parameters():
            part += 1.0
        after = np.array(agent.target(torch.eye(3)))
    return tables, after


@probe
def acted(module, seed, epsilon, count):
    """Return actions of one agent in one state, and the values there."""
    agent = module.Agent(4, 3, seed)
    obs = np.random.default_rng(seed).normal(size=4)
    torch.manual_seed(seed + 1)
    with torch.no_grad():
        row = torch.tensor(obs[None], dtype=torch.float32)
        values, held = np.array(agent.online(row)[0]), None
        while held is None or np.argmax(held) == np.argmax(values):
            for part in agent.target.parameters():
                part.copy_(torch.randn_like(part))
            held = np.array(agent.target(row)[0])
    taken = [agent.act(obs, epsilon) for _ in range(count)]
    return taken, values, held


@probe
def learned(module, seed, gamma, batches, given):
    """Return, of each batch, the loss, its parts and the gradients left."""
    agent = module.Agent(3, 2, seed, **given)
    torch.manual_seed(seed + 1)
    with torch.no_grad():  # a target that is not the online network
        for part in agent.target.parameters():
            part.copy_(torch.randn_like(part))
    found = []
    for batch in batches:
        params = list(agent.online.parameters())
        obs, actions, rewards, after, over = map(torch.tensor, batch)
        with torch.no_grad():
            later = agent.target(after).max(1).values
            wanted = rewards + gamma * later * (1 - over)
        chosen = agent.online(obs)[range(len(obs)), actions]
        exact = ((chosen - wanted) ** 2).mean()
        slopes = torch.autograd.grad(exact, params, retain_graph=True)
        with torch.no_grad():
            seen = [
                agent.online(obs),
                agent.online(after),
                agent.target(after),
            ]
        live = rewards + gamma * agent.online(after).max(1).values * (1 - over)
        drawn = [
            torch.autograd.grad(((chosen - y) ** 2).mean(), params, **more)
            for y, more in (
                (wanted + live - live.detach(), {"retain_graph": True}),
                (live, {}),
            )
        ]
        before = [p.detach().clone() for p in params]
        kept = [p.detach().clone() for p in agent.target.parameters()]
        loss = agent.learn(batch)
        now = agent.target.parameters()
        found.append(
            {
                "loss": loss,
                "exact": exact.item(),
                "seen": [np.array(part) for part in seen],
                "drawn": [[np.array(s) for s in one] for one in drawn],
                "grads": [
                    None if p.grad is None else np.array(p.grad)
                    for p in params
                ],
                "slopes": [np.array(s) for s in slopes],
                "downhill": float(
                    sum(
                        ((p.detach() - b) * s).sum()
                        for p, b, s in zip(params, before, slopes, strict=True)
                    )
                ),
                "held": all(
                    bool((a == b).all())
                    for a, b in zip(now, kept, strict=True)
                ),
            }
        )
    return found


@probe
def synced(module, seed, given, count, batch):
    """Return after each learn whether target and online are the same."""
    agent = module.Agent(3, 2, seed, **given)
    same = []
    for _ in range(count):
        agent.learn(batch)
        pairs = zip(
            agent.online.parameters(), agent.target.parameters(), strict=True
        )
        same.append(all(bool((a == b).all()) for a, b in pairs))
    return same


def seed_of(rng):
    return int(rng.integers(1 << 31))


def a_batch(rng, n=8):
    """Return a batch of random transitions, as a buffer gives them."""
    over = (rng.random(n) < 0.5).astype(np.float32)
    over[:2] = 0, 1
    return (
        rng.normal(size=(n, 3)).astype(np.float32),
        rng.integers(0, 2, n),
        rng.normal(size=n).astype(np.float32),
        rng.normal(size=(n, 3)).astype(np.float32),
        over,
    )


@case("two networks that start alike and live apart")
def networks(learner, rng):
    one = seed_of(rng)
    tables, after = made(learner, [one, one, one + 1])
    for online, target in tables:
        assert_close(target, online, what="the target network at the start")
    assert_close(tables[1][0], tables[0][0], what="a second agent of one seed")
    require(
        np.abs(tables[2][0] - tables[0][0]).max() > 1e-4,
        "two seeds gave the same first weights.",
    )
    assert_close(
        after,
        tables[2][1],
        because="When the online network moves, the target network moves "
        "along: they are one object, or share their weights.",
    )


SLIPS = {
    "unmasked": "is what comes out if a value behind the end is counted: a "
    "transition that terminated has its reward alone as target",
    "online": "is what comes out if the online network is asked for the "
    "targets: they come from the held one",
    "double": "is that of double DQN; the plain target is asked for",
    "mean": "is what comes out with the mean over the next actions, an "
    "on-policy target: Q-learning asks for the best one, however it explores",
    "crossed": "is the mean over all pairs of a value with a target: one of "
    "them has shape (N, 1), and broadcasting made (N, N)",
    "best": "is what comes out if the best action's value is trained instead "
    "of the value of the action taken",
    "sum": "is the sum over the batch; the mean is asked for",
    "bent": "is the smooth L1 (Huber) loss; the squared error is asked for",
}


def slip(found, batch, gamma):
    """Return what a wrong loss has come from, if that can be told."""
    obs, actions, rewards, _, over = batch
    q, mine, held = found["seen"]
    rows, alive = np.arange(len(obs)), gamma * (1 - over)
    chosen, wanted = q[rows, actions], rewards + alive * held.max(1)
    double = held[rows, mine.argmax(1)]
    gap = np.abs(chosen - wanted)
    losses = {
        "unmasked": (chosen - rewards - gamma * held.max(1)) ** 2,
        "online": (chosen - rewards - alive * mine.max(1)) ** 2,
        "double": (chosen - rewards - alive * double) ** 2,
        "mean": (chosen - rewards - alive * held.mean(1)) ** 2,
        "crossed": (chosen[:, None] - wanted) ** 2,
        "best": (q.max(1) - wanted) ** 2,
        "sum": gap**2 * len(obs),
        "bent": np.where(gap < 1, gap**2 / 2, gap - 0.5),
    }
    for name, parts in losses.items():
        if np.isclose(found["loss"], parts.mean(), rtol=1e-5, atol=0):
            return f"What learn returns {SLIPS[name]}."
    # Any action in each row: what somebody would do who explores.
    total = np.zeros(1)
    for now, reward, go, values in zip(
        chosen, rewards, alive, held, strict=True
    ):
        total = np.add.outer(total, (now - reward - go * values) ** 2).ravel()
    if np.isclose(found["loss"], total / len(obs), rtol=1e-6, atol=0).any():
        return (
            "What learn returns is what comes out if some targets use "
            "another next action than the best, as an exploring agent takes "
            "it: an on-policy target. Q-learning asks for the best one."
        )
    return ""


@case("act: the best action, and by chance epsilon any action")
def choices(learner, rng):
    actions, values, held = acted(learner, seed_of(rng), 0.0, 5)
    best = int(np.argmax(values))
    require(
        all(type(a) is int for a in actions), "act must return an int", actions
    )
    require(
        actions != [int(np.argmax(held))] * 5,
        "at epsilon 0 act takes what is best for the target network. That "
        "one is out of date: the online network chooses.",
    )
    assert_equal(actions, [best] * 5, what="five actions at epsilon 0")
    actions, *_ = acted(learner, seed_of(rng), 1.0, 300)
    counts = np.bincount(actions, minlength=3)
    assert_frequencies(counts, np.ones(3), what="actions at epsilon 1")
    actions, values, _ = acted(learner, seed_of(rng), 0.3, 700)
    hits = np.array(actions) == int(np.argmax(values))
    assert_proportion(hits, 0.8, what="the share of the best of 3 actions")


@case("two agents of one seed make the same choices")
def repeats(learner, rng):
    seed = seed_of(rng)
    for epsilon in (1.0, 0.5):
        one, *_ = acted(learner, seed, epsilon, 60)
        other, *_ = acted(learner, seed, epsilon, 60)
        require(
            one == other,
            "an agent made with the same seed chose differently: draw from "
            "agent.rng alone, and make it from the seed",
        )


@case("learn: the loss is the mean squared error against the target network")
def losses(learner, rng):
    for gamma in (0.9, 0.5, 0.99):
        given = {"gamma": gamma} if gamma != 0.99 else {}
        batch = a_batch(rng)
        found = learned(learner, seed_of(rng), gamma, [batch], given)[0]
        require(
            type(found["loss"]) is float,
            "learn must return a float.",
            found["loss"],
        )
        assert_close(
            found["loss"],
            found["exact"],
            rtol=1e-4,
            what="what learn returns",
            because=slip(found, batch, gamma),
        )


def origin(found, before):
    """Return where a wrong gradient has come from, if that can be told."""
    got, exact = (
        np.concatenate([part.ravel() for part in found[name]])
        for name in ("grads", "slopes")
    )

    def same(one, other):
        limit = 1e-4 * float(np.abs(other).max()) + 1e-7
        return np.allclose(one, other, rtol=1e-3, atol=limit)

    if same(got, exact):
        return ""
    for parts in found["drawn"]:
        if same(got, np.concatenate([part.ravel() for part in parts])):
            return (
                "A gradient flows into the target as well, through the next "
                "state's value. The target is a constant: detach it."
            )
    if before is not None:
        old = np.concatenate([part.ravel() for part in before])
        if same(got, exact + old):
            return (
                "What learn leaves in .grad holds the gradient of the step "
                "before as well: clear it before going backward."
            )
    factor = float(got @ exact / (exact @ exact))
    if same(got, factor * exact):
        return (
            f"What learn leaves in .grad is the right gradient times "
            f"{factor:.4g}. Is it clipped, or the loss not a plain mean?"
        )
    return ""


@case("learn: the gradient of that loss, afresh each time, and downhill")
def slopes(learner, rng):
    batches = [a_batch(rng), a_batch(rng, 5)]
    before = None
    for found in learned(learner, seed_of(rng), 0.99, batches, {}):
        require(
            not any(got is None for got in found["grads"]),
            "after learn a weight has no gradient.",
        )
        because, first = origin(found, before), before is None
        before = found["slopes"]
        for got, exact in zip(found["grads"], found["slopes"], strict=True):
            scale = float(np.abs(exact).max())
            assert_close(
                got,
                exact,
                rtol=1e-3,
                atol=1e-4 * scale + 1e-7,
                what="a gradient that learn leaves in .grad",
                because=because,
            )
        # Later steps of Adam carry on what earlier batches said.
        require(
            not first or found["downhill"] < 0,
            "the step of learn does not lead downhill: the online network "
            "did not move against its gradient.",
        )


@case("the target network holds still, and is renewed every sync_every steps")
def syncs(learner, rng):
    batch = a_batch(rng)
    for found in learned(learner, seed_of(rng), 0.99, [batch] * 3, {}):
        require(
            found["held"],
            "the target network changed although sync_every is not reached.",
        )
    for every in (3, 2):
        given = {"sync_every": every}
        same = synced(learner, seed_of(rng), given, 7, batch)
        expected = [step % every == 0 for step in range(1, 8)]
        require(
            same == expected,
            f"with sync_every={every} the two networks must be equal after "
            f"every learning step whose number {every} divides, and "
            "different after the others.",
            same,
        )
    same = synced(learner, seed_of(rng), {}, 101, batch)
    require(
        same == [False] * 99 + [True, False],
        "by default the target is renewed after 100 steps.",
        [i + 1 for i, equal in enumerate(same) if equal],
    )


@probe
def stepped(module, seed, given, batch):
    """Return how far the first step moves the weights at most."""
    agent = module.Agent(3, 2, seed, **given)
    before = [p.detach().clone() for p in agent.online.parameters()]
    agent.learn(batch)
    return max(
        float((p.detach() - b).abs().max())
        for p, b in zip(agent.online.parameters(), before, strict=True)
    )


@case("the first step is proportional to rate, 0.001 by default")
def rates(learner, rng):
    seed, batch = seed_of(rng), a_batch(rng)
    plain, one, ten = (
        stepped(learner, seed, given, batch)
        for given in ({}, {"rate": 0.001}, {"rate": 0.01})
    )
    assert_close(plain / one, 1.0, rtol=0.02, what="default over 0.001")
    assert_close(ten / one, 10.0, rtol=0.02, what="rate 0.01 over 0.001")


@probe
def corners(module, seed):
    """Return the loss after 400 steps on exclusive or, with rewards of +-1."""
    agent = module.Agent(2, 1, seed, rate=0.01)
    obs = np.array([[-1, -1], [-1, 1], [1, -1], [1, 1]], np.float32)
    rewards = np.array([-1, 1, 1, -1], np.float32)
    batch = (obs, np.zeros(4, int), rewards, obs, np.ones(4, np.float32))
    return [agent.learn(batch) for _ in range(400)][-1]


@case("the network can learn that neither of two numbers tells anything alone")
def bends(learner, rng):
    loss = corners(learner, seed_of(rng))
    require(
        loss < 0.05,
        f"after 400 steps on the four corners of exclusive or the loss is "
        f"{loss:.2g}. Is there a hidden layer, and nothing behind the last?",
    )
