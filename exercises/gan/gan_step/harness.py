"""Checks for gan/gan_step. Oracle: the two updates written out for networks with known
weights, by gradients asked for one player at a time.
"""

import numpy as np
import torch
from torch.nn.functional import logsigmoid

from tutor.harness import array, assert_close, case, normal, probe, require

SIZES = {"N": (2, 6), "M": (2, 6), "Z": (1, 3), "K": (1, 3)}
WIDTH, RATE_G, RATE_D = 4, 0.5, 0.3
PLAYERS = {
    "G": ("0.weight", "0.bias", "1.weight", "1.bias", "3.weight", "3.bias"),
    "D": ("0.weight", "0.bias", "2.weight", "2.bias"),
}


@probe
def played(module, weights, batches, left_over, training, rates):
    """Return what some steps did to small players with given weights."""
    nn = torch.nn
    wide, z = weights["G"][0].shape
    k = weights["G"][4].shape[0]
    G = nn.Sequential(
        nn.Linear(z, wide), nn.BatchNorm1d(wide), nn.Tanh(), nn.Linear(wide, k)
    ).double()
    D = nn.Sequential(
        nn.Linear(k, wide), nn.Tanh(), nn.Linear(wide, 1)
    ).double()
    for net, name in ((G, "G"), (D, "D")):
        net.train(training)
        for p, value in zip(net.parameters(), weights[name], strict=True):
            p.data = torch.tensor(value)
            if left_over:
                p.grad = torch.full_like(p, 3.0)
    g_opt = torch.optim.SGD(G.parameters(), lr=rates[0])
    d_opt = torch.optim.SGD(D.parameters(), lr=rates[1])
    steps, leaks = [], []

    def watch(opt, name):
        step = opt.step

        def watched(*arguments, **keywords):
            steps.append(name)
            if name == "D":
                now = [p.grad for p in G.parameters()]
                old = 3.0 if left_over else 0.0
                leaks.append(
                    any(
                        g is not None
                        and not bool(((g == 0) | (g == old)).all())
                        for g in now
                    )
                )
            return step(*arguments, **keywords)

        opt.step = watched

    watch(g_opt, "G")
    watch(d_opt, "D")
    losses = []
    for real, z_d, z_g in batches:
        given = [torch.tensor(a) for a in (real, z_d, z_g)]
        got = module.gan_step(G, D, g_opt, d_opt, *given)
        if type(got) not in (tuple, list) or len(got) != 2:
            return {"returned": type(got).__name__}
        losses.append(
            [type(v).__name__ for v in got] + [float(v) for v in got]
        )
        left_over = False
    return {
        "returned": "pair",
        "losses": losses,
        "steps": steps,
        "leaks": leaks,
        "training": [G.training, D.training],
        "G": [p.detach().numpy().copy() for p in G.parameters()],
        "D": [p.detach().numpy().copy() for p in D.parameters()],
    }


def generate(g, z):
    hidden = z @ g[0].T + g[1]
    spread = hidden.var(dim=0, unbiased=False)
    hidden = (hidden - hidden.mean(dim=0)) / (spread + 1e-5).sqrt()
    return torch.tanh(hidden * g[2] + g[3]) @ g[4].T + g[5]


def judge(d, x):
    return torch.tanh(x @ d[0].T + d[1]) @ d[2].T + d[3]


def moved(loss, player, rate):
    slopes = torch.autograd.grad(loss, player)
    return [
        (p - rate * s).detach().requires_grad_()
        for p, s in zip(player, slopes, strict=True)
    ]


def expected(weights, batches, rates):
    """Return the losses, and the parameters of both players after all steps."""
    g, d = (
        [torch.tensor(w, requires_grad=True) for w in weights[name]]
        for name in "GD"
    )
    losses = []
    for real, z_d, z_g in batches:
        real, z_d, z_g = (torch.tensor(a) for a in (real, z_d, z_g))
        first = -logsigmoid(judge(d, real)).mean()
        first = first - logsigmoid(-judge(d, generate(g, z_d))).mean()
        d = moved(first, d, rates[1])
        second = -logsigmoid(judge(d, generate(g, z_g))).mean()
        g = moved(second, g, rates[0])
        losses.append([float(first), float(second)])
    return losses, [[p.detach().numpy() for p in player] for player in (g, d)]


def players(rng, z, k, scale=1.0):
    shapes = {
        "G": [(WIDTH, z), WIDTH, WIDTH, WIDTH, (k, WIDTH), k],
        "D": [(WIDTH, k), WIDTH, (1, WIDTH), 1],
    }
    return {
        name: [scale * rng.normal(size=shape) for shape in parts]
        for name, parts in shapes.items()
    }


def play(learner, weights, batches, *, left_over=False, training=True):
    got = played(
        learner, weights, batches, left_over, training, [RATE_G, RATE_D]
    )
    require(
        type(got) is dict and got.get("returned") == "pair",
        "gan_step must return a tuple of two losses",
        got,
    )
    return got


def compare(got, weights, batches, parts="losses D G"):
    losses, (g, d) = expected(weights, batches, [RATE_G, RATE_D])
    if "losses" in parts:
        for row, wanted in zip(got["losses"], losses, strict=True):
            assert_close(row[2], wanted[0], what="the discriminator's loss")
    if "D" in parts:
        for name, part, wanted in zip(PLAYERS["D"], got["D"], d, strict=True):
            assert_close(part, wanted, what=f"D's {name} after the step")
    if "losses" in parts:
        for row, wanted in zip(got["losses"], losses, strict=True):
            assert_close(row[3], wanted[1], what="the generator's loss")
    if "G" in parts:
        for name, part, wanted in zip(PLAYERS["G"], got["G"], g, strict=True):
            assert_close(part, wanted, what=f"G's {name} after the step")


GIVEN = {
    "real": array("N", "K", of=normal(2.0)),
    "z_d": array("M", "Z"),
    "z_g": array("M", "Z"),
}


@case(
    "the discriminator moves down its own loss", sizes=SIZES, tries=4, **GIVEN
)
def discriminator(learner, rng, real, z_d, z_g):
    weights = players(rng, z_d.shape[1], real.shape[1])
    batches = [(real, z_d, z_g)]
    compare(play(learner, weights, batches), weights, batches, "D")


@case(
    "the generator moves down its own, against the moved discriminator",
    sizes=SIZES,
    tries=4,
    **GIVEN,
)
def generator(learner, rng, real, z_d, z_g):
    weights = players(rng, z_d.shape[1], real.shape[1])
    batches = [(real, z_d, z_g)]
    compare(play(learner, weights, batches), weights, batches)


@case(
    "each player steps once, the discriminator first",
    tries=2,
    sizes=SIZES,
    **GIVEN,
)
def order(learner, rng, real, z_d, z_g):
    weights = players(rng, z_d.shape[1], real.shape[1])
    got = play(learner, weights, [(real, z_d, z_g)])
    require(
        got["steps"] == ["D", "G"],
        "d_opt.step() must be called once, and then g_opt.step() once; the "
        f"calls were: {', '.join(got['steps']) or 'none'}",
    )


@case(
    "no gradient of the discriminator's loss goes into G",
    tries=2,
    sizes=SIZES,
    **GIVEN,
)
def cut(learner, rng, real, z_d, z_g):
    weights = players(rng, z_d.shape[1], real.shape[1])
    for left_over in (False, True):
        got = play(learner, weights, [(real, z_d, z_g)], left_over=left_over)
        require(
            not any(got["leaks"]),
            "when d_opt.step() was called, G held gradients of the "
            "discriminator's loss. Cut the fakes off from G",
        )


@case("gradients from before do not take part", tries=3, sizes=SIZES, **GIVEN)
def left_overs(learner, rng, real, z_d, z_g):
    weights = players(rng, z_d.shape[1], real.shape[1])
    batches = [(real, z_d, z_g), (real + 1, z_g, z_d)]
    got = play(learner, weights, batches[:1], left_over=True)
    compare(got, weights, batches[:1])
    compare(play(learner, weights, batches), weights, batches)


@case(
    "both players train, whatever mode they came in",
    tries=2,
    sizes=SIZES,
    **GIVEN,
)
def modes(learner, rng, real, z_d, z_g):
    weights = players(rng, z_d.shape[1], real.shape[1])
    batches = [(real, z_d, z_g)]
    got = play(learner, weights, batches, training=False)
    require(
        got["training"] == [True, True],
        "G and D must be in train mode after the step.",
        got["training"],
    )
    compare(got, weights, batches)


@case("large logits, and losses that are plain floats")
def extremes(learner, rng):
    weights = players(rng, 2, 2)
    weights["D"][2] = np.full((1, WIDTH), 25.0)
    batch = (rng.normal(size=(3, 2)), *rng.normal(size=(2, 4, 2)))
    got = play(learner, weights, [batch])
    require(
        got["losses"][0][:2] == ["float", "float"],
        "the losses must be Python floats: a tensor would keep its whole "
        "graph alive",
        got["losses"][0][:2],
    )
    compare(got, weights, [batch])
