"""Checks for pytorch/hook_probe. Oracle: the same layers, in numpy."""

import numpy as np
import torch

from tutor.harness import (
    array,
    assert_close,
    assert_equal,
    case,
    probe,
    require,
)


@probe
def probed(module, kind, x, W, V):  # noqa: C901
    """Run the learner's function on a model; return what can be seen."""
    from torch import nn

    grads, runs = [], []

    def linear(weight):
        layer = nn.Linear(*weight.shape, bias=False).double()
        layer.weight.data = torch.tensor(weight.T.copy())
        return layer

    class Spy(nn.Module):
        def forward(self, x):
            grads.append(torch.is_grad_enabled())
            runs.append(self.training)
            return x

    class Residual(nn.Module):
        def __init__(self):
            super().__init__()
            self.inner = nn.Sequential(linear(W), nn.ReLU(inplace=True))
            self.unused = nn.Tanh()
            self.spy = Spy()

        def forward(self, x):
            return self.spy(self.inner(x) + x)

    class Pair(nn.Module):
        def forward(self, x):
            return x, -x

    class Model(nn.Module):
        def __init__(self):
            super().__init__()
            if kind == "nested":
                self.block = Residual()
                self.head = linear(V)
            elif kind == "shared":
                self.layer = linear(W)
                self.act = nn.ReLU()
            elif kind == "pair":
                self.pair = Pair()
                self.out = nn.Tanh()
            else:
                self.drop = nn.Dropout(0.5)
                self.spy = Spy()
                self.bad = nn.Linear(99, 1)

        def forward(self, x):
            if kind == "nested":
                return self.head(self.block(x))
            if kind == "shared":
                for _ in range(3):
                    x = self.act(self.layer(x))
                return x
            if kind == "pair":
                return self.out(self.pair(x)[1])
            x = self.spy(self.drop(x))
            return self.bad(x) if kind == "broken" else x

    model = Model()
    model.train(kind != "evaluating")
    before = [part.training for part in model.modules()]
    mine = []
    for part in model.children():
        part.register_forward_hook(lambda *_: mine.append(1))
    count = len(list(model.children()))
    error, stats = None, None
    try:
        stats = module.activation_stats(model, torch.tensor(x))
    except Exception as raised:
        error = type(raised).__name__
    left = sum(len(p._forward_hooks) for p in model.modules()) - count
    left += len(torch.nn.modules.module._global_forward_hooks)
    return {
        "stats": stats,
        "error": error,
        "hooks left": left,
        "modes kept": before == [p.training for p in model.modules()],
        "grads": grads,
        "runs": runs,
    }


def three(a):
    values = [float(v) for v in a.ravel()]
    mean = sum(values) / len(values)
    var = sum((v - mean) ** 2 for v in values) / len(values)
    units = a.reshape(len(a), -1).T
    dead = sum(all(v == 0 for v in unit) for unit in units) / len(units)
    return mean, var**0.5, dead


def checked(seen, expected):
    require(seen["error"] is None, f"it raised {seen['error']}")
    stats = seen["stats"]
    require(type(stats) is dict, "it must return a dict", stats)
    assert_equal(sorted(stats), sorted(expected), what="the names")
    for name, a in expected.items():
        parts = stats[name]
        require(
            type(parts) is tuple and all(type(v) is float for v in parts),
            f"the entry {name!r} must be a tuple of Python floats",
            parts,
        )
        assert_close(parts, three(a), what=f"(mean, std, dead) of {name}")


@case(
    "each part has an entry, containers too, the model not",
    x=array("N", "D"),
    W=array("D", "D"),
    V=array("D", "C"),
    sizes={"N": (2, 4), "D": (2, 4), "C": (1, 3)},
    tries=6,
)
def nested(learner, x, W, V):
    # Positive inputs and one negative column: that unit is dead.
    x = np.abs(x)
    W = W.copy()
    W[:, 0] = -np.abs(W[:, 0])
    z = x @ W
    a = np.maximum(z, 0)
    block = a + x
    expected = {
        "block": block,
        "block.inner": a,
        "block.inner.0": z,
        "block.inner.1": a,
        "block.spy": block,
        "head": block @ V,
    }
    checked(probed(learner, "nested", x, W, V), expected)


@case(
    "a part called again has an entry per call",
    x=array("N", "D"),
    W=array("D", "D"),
    sizes={"N": (1, 4), "D": (1, 4)},
    tries=6,
)
def shared(learner, x, W):
    expected, a = {}, x
    for suffix in ("", ":2", ":3"):
        expected[f"layer{suffix}"] = a = a @ W
        expected[f"act{suffix}"] = a = np.maximum(a, 0)
    checked(probed(learner, "shared", x, W, W), expected)


@case("outputs with more axes count every position as a unit")
def positions(learner, rng):
    x = rng.normal(size=(3, 2, 4))
    x[:, 1, 2] = 0.0
    W = np.eye(4)
    W[:, 3] = 0.0
    z = x @ W
    expected = {"layer": z, "act": np.maximum(z, 0)}
    for suffix in (":2", ":3"):
        expected["layer" + suffix] = np.maximum(z, 0)
        expected["act" + suffix] = np.maximum(z, 0)
    checked(probed(learner, "shared", x, W, W), expected)


@case("a part that returns no tensor is left out")
def pairs(learner, rng):
    x = rng.normal(size=(3, 2))
    checked(probed(learner, "pair", x, x, x), {"out": np.tanh(-x)})


@case("no hook is left, and hooks of others stay")
def clean(learner, rng):
    x = rng.normal(size=(3, 3))
    for kind in ("nested", "shared"):
        seen = probed(learner, kind, x, x, x)
        left = seen["hooks left"]
        require(left <= 0, f"after the call, {left} hooks are left behind")
        require(left >= 0, f"{-left} hooks of somebody else are gone")


@case("an error of the model passes on, and leaves no hook")
def broken(learner, rng):
    x = rng.normal(size=(3, 3))
    seen = probed(learner, "broken", x, x, x)
    require(
        seen["error"] == "RuntimeError",
        "the model's RuntimeError must reach the caller",
    )
    left = seen["hooks left"]
    require(left <= 0, f"the model raised, and {left} hooks are left behind")


@case("the model runs once, in the mode it is in, and keeps it")
def modes(learner, rng):
    x = rng.normal(size=(3, 3))
    for kind in ("training", "evaluating"):
        seen = probed(learner, kind, x, x, x)
        require(seen["modes kept"], "the mode of the model has changed")
        assert_equal(
            seen["runs"],
            [kind == "training"],
            what="model.training at each run of the model",
        )


@case("no graph is built")
def graph(learner, rng):
    x = rng.normal(size=(3, 3))
    seen = probed(learner, "nested", x, x, x)
    require(
        seen["grads"] and not any(seen["grads"]),
        "the model runs with recording on: gradients are enabled",
    )
