"""Checks for rl/agent_bugs. Oracles: floats, autograd, and inputs that must not matter."""

import numpy as np
import torch

from tutor.harness import assert_close, case, probe, require

PLANTED = {
    "q_target": "on-policy target",
    "critic_loss": "missing detach",
    "advantages": "bootstraps past the end",
    "normalise": "wrong axis",
    "improve": "log-probabilities at the wrong time",
    "epsilon_at": "sound",
}
KINDS = {
    *PLANTED.values(),
    "truncation taken for an end",
    "exploration left on",
}


def f32(values):
    return torch.tensor(values, dtype=torch.float32)


def told(got, truth, slips):
    """Return the sentence of the slip that gives `got`, if one does."""
    values = np.asarray(got)

    def same(other):
        other = np.asarray(other)
        fits = values.shape == other.shape
        return fits and np.allclose(values, other, rtol=1e-4, atol=1e-5)

    if same(truth):
        return ""
    return next((text for text, other in slips.items() if same(other)), "")


@case("q_target: the best next action, whatever the exploration")
def q_targets(learner, rng):
    for epsilon in (0.0, 0.3, 1.0):
        rewards, next_q = rng.normal(size=5), rng.normal(size=(5, 3))
        over = np.array([0.0, 1.0, 0.0, 0.0, 1.0])
        got = learner.q_target(
            f32(rewards), f32(over), f32(next_q), epsilon, 0.9
        )
        best = [
            r + (0.0 if o else 0.9 * max(row))
            for r, o, row in zip(rewards, over, next_q.tolist(), strict=True)
        ]
        alive = 0.9 * (1 - over)
        slips = {
            "It counts a value behind the end: a target there is the reward "
            "alone.": rewards + 0.9 * next_q.max(1),
            "It holds the mean over the next actions, an on-policy target: "
            "Q-learning asks for the best.": rewards + alive * next_q.mean(1),
            "It still depends on the exploration, an on-policy target: "
            "Q-learning asks for the best.": rewards
            + alive
            * ((1 - epsilon) * next_q.max(1) + epsilon * next_q.mean(1)),
        }
        because = told(got, best, slips)
        assert_close(got, f32(best), what="q_target", because=because)


@probe
def critic_moved(module, obs, rewards, after, over, weights):
    """Return the loss of a linear critic and its gradient."""
    critic = torch.nn.Linear(obs.shape[1], 1, bias=False)
    with torch.no_grad():
        critic.weight.copy_(torch.tensor(weights))
    tensors = [torch.tensor(v) for v in (obs, rewards, after, over)]
    loss = module.critic_loss(critic, *tensors, 0.9)
    if loss.requires_grad:
        loss.backward()
    grad = critic.weight.grad
    return float(loss), None if grad is None else np.array(grad)[0]


@case("critic_loss: the squared error, and half of its gradient")
def critics(learner, rng):
    obs, after = rng.normal(size=(2, 6, 3)).astype(np.float32)
    rewards, weights = rng.normal(size=6), rng.normal(size=3)
    over = np.array([0, 1, 0, 0, 1, 0], np.float32)
    low = [v.astype(np.float32) for v in (rewards, weights)]
    loss, grad = critic_moved(learner, obs, low[0], after, over, low[1])
    errors = obs @ low[1] - low[0] - 0.9 * (1 - over) * (after @ low[1])
    assert_close(loss, float((errors**2).mean()), rtol=1e-4, what="the loss")
    require(grad is not None, "no gradient reaches the critic.")
    exact = (2 * errors[:, None] * obs).mean(axis=0)
    later = 0.9 * (1 - over)[:, None] * after
    slips = {
        "A gradient flows into the target as well: it counts as a constant.": (
            2 * errors[:, None] * (obs - later)
        ).mean(axis=0),
        "The gradient flows into the target alone: it is the values that are "
        "to move, and the target that counts as a constant.": (
            -2 * errors[:, None] * later
        ).mean(axis=0),
    }
    assert_close(
        grad,
        exact,
        rtol=1e-4,
        atol=1e-5,
        what="the critic's gradient",
        because=told(grad, exact, slips),
    )


def by_sums(r, v, after, ends, stops):
    """Return the advantages of one world, each a sum over the steps ahead."""
    found = []
    for start in range(len(r)):
        total = 0.0
        for t in range(start, len(r)):
            later = 0.0 if ends[t] else 0.9 * after[t]
            total += (0.9 * 0.95) ** (t - start) * (r[t] + later - v[t])
            if ends[t] or stops[t]:
                break
        found.append(total)
    return found


@case("advantages: what lies behind an end, and behind a time limit")
def gains(learner, rng):
    for n in (1, 3):
        r, v, after = rng.normal(size=(3, 7, n))
        ends, stops = np.zeros((2, 7, n))
        ends[2, 0] = ends[6, -1] = stops[4, 0] = stops[1, -1] = 1.0
        got = learner.advantages(*map(f32, (r, v, after, ends, stops)), 0.9)
        expected = [
            by_sums(*(a[:, i] for a in (r, v, after, ends, stops)))
            for i in range(n)
        ]
        assert_close(
            got,
            f32(np.array(expected).T),
            rtol=1e-4,
            atol=1e-5,
            what="advantages",
        )


@case("normalise: one mean and one deviation")
def normal(learner, rng):
    for shape in ((4, 3), (5, 5), (2, 1)):
        table = rng.normal(size=shape) + 5.0 * np.arange(shape[1])
        table += np.arange(shape[0])[:, None]
        flat = table.ravel().tolist()
        mean = sum(flat) / len(flat)
        sigma = (sum((x - mean) ** 2 for x in flat) / len(flat)) ** 0.5
        got, exact = learner.normalise(f32(table)), (table - mean) / sigma
        with np.errstate(all="ignore"):
            slips = {
                "The mean is taken over the wrong entries: one of each column "
                "or row, not one of all.": (table - table.mean(0))
                / table.std(),
                "The mean of each world alone is taken off: there is one mean "
                "for all.": (table - table.mean(0)) / table.std(0),
                "The deviation is taken over the wrong entries: there is one "
                "for all.": (table - mean) / table.std(0),
                "The deviation is divided by one less than the number of "
                "entries.": (table - mean) / table.std(ddof=1),
            }
        assert_close(
            got,
            f32(exact),
            rtol=1e-4,
            atol=1e-5,
            what="normalise",
            because=told(got, exact, slips),
        )


@probe
def improved(module, obs, actions, gains, weights, epochs, clip):
    """Return the ratios of the last epoch, and the weights after it."""
    policy = torch.nn.Linear(*weights.shape[::-1], bias=False)
    with torch.no_grad():
        policy.weight.copy_(torch.tensor(weights))
    sgd = torch.optim.SGD(policy.parameters(), lr=0.5)
    tensors = [torch.tensor(v) for v in (obs, actions, gains)]
    ratios = module.improve(policy, sgd, *tensors, epochs, clip)
    return np.array(ratios), np.array(policy.weight.detach())


def climbed(obs, actions, gains, weights, epochs, clip):
    """Return what `improved` should, with slopes by hand, in float64."""
    w, rows = weights.astype(float), np.arange(len(obs))

    def shares(w):
        e = np.exp(obs @ w.T)
        return e / e.sum(axis=1, keepdims=True)

    first, ratio = shares(w)[rows, actions], None
    for _ in range(epochs):
        p = shares(w)
        ratio = p[rows, actions] / first
        held = np.clip(ratio, 1 - clip, 1 + clip)
        lives = ratio * gains <= held * gains
        slope = -p
        slope[rows, actions] += 1
        slope *= (lives * gains * ratio / len(obs))[:, None]
        w = w + 0.5 * slope.T @ obs
    return ratio, w


@case("improve: every epoch is compared with the policy that acted")
def climbs(learner, rng):
    obs = rng.normal(size=(8, 3)).astype(np.float32)
    actions = rng.integers(0, 2, 8)
    weights = rng.normal(size=(2, 3)).astype(np.float32)
    gains = np.where(np.arange(8) % 2, 2.0, -1.5).astype(np.float32)
    for epochs in (1, 4):
        given = (obs, actions, gains, weights, epochs, 0.2)
        ratios, after = improved(learner, *given)
        exact, moved = climbed(*given)
        limits = {"rtol": 1e-3, "atol": 1e-4}
        assert_close(
            ratios, exact, what=f"the ratios of epoch {epochs}", **limits
        )
        assert_close(
            after, moved, what=f"the policy after {epochs} epochs", **limits
        )


@case("epsilon_at: from 1 to 0.05 by half time")
def explores(learner):
    for step, expected in ((0, 1.0), (25, 0.525), (50, 0.05), (99, 0.05)):
        assert_close(
            learner.epsilon_at(step, 100), expected, what="epsilon_at"
        )


@probe(chancy=True)
def named(module):
    return getattr(module, "FOUND", None)


@case("FOUND names what each function had, or that it was sound")
def names(learner):
    kinds = named(learner)
    require(
        type(kinds) is dict and set(kinds) == set(PLANTED),
        "FOUND must be a dict whose keys are " + ", ".join(PLANTED) + ".",
        kinds,
    )
    for name, kind in kinds.items():
        require(
            kind in KINDS,
            f"FOUND[{name!r}] is {kind!r}, which is no kind of the task's "
            "table.",
        )
    wrong = [name for name, kind in PLANTED.items() if kinds[name] != kind]
    require(
        not wrong,
        "FOUND does not say what the starter had in " + ", ".join(wrong) + ".",
    )
