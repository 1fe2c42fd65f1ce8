"""Checks for pytorch/my_linear. Oracle: numpy products; differences."""

import itertools

import numpy as np
import torch

from tutor.harness import (
    array,
    assert_close,
    assert_equal,
    assert_module_gradients,
    case,
    probe,
    require,
    uniform,
    whole,
)


@probe
def linear_facts(module, inputs, outputs, bias):
    """Return what a new layer says of itself."""
    layer = module.Linear(inputs, outputs, bias)
    return {
        "module": isinstance(layer, torch.nn.Module),
        "torch's own": isinstance(layer, torch.nn.Linear),
        "parameters": [
            (name, tuple(p.shape), str(p.dtype), p.requires_grad)
            for name, p in layer.named_parameters()
        ],
        "keys": list(layer.state_dict()),
        "bias is None": layer.bias is None,
    }


@probe
def loaded(module, weight, bias, x):
    """Return the output with these weights, functional.linear forbidden."""
    outputs, inputs = weight.shape
    layer = module.Linear(inputs, outputs, bias is not None).double()
    state = {"weight": torch.tensor(weight)}
    if bias is not None:
        state["bias"] = torch.tensor(bias)
    layer.load_state_dict(state)
    functional = torch.nn.functional
    kept = functional.linear

    def forbidden(*args, **kwargs):
        raise RuntimeError("torch.nn.functional.linear is not allowed here")

    functional.linear = forbidden
    try:
        return layer(torch.tensor(x)).detach().numpy()
    finally:
        functional.linear = kept


@probe
def first_weights(module, inputs, outputs, seed):
    """Return weight and bias of a new layer."""
    torch.manual_seed(seed)
    layer = module.Linear(inputs, outputs)
    return layer.weight.detach().numpy(), layer.bias.detach().numpy()


@probe
def two_starts(module, seeds):
    """Return the weights of two new layers after each of these seeds."""
    found = []
    for seed in seeds:
        torch.manual_seed(seed)
        layers = [module.Linear(5, 3) for _ in range(2)]
        found.append([layer.weight.detach().numpy() for layer in layers])
    return found


@probe
def mlp_facts(module, sizes):
    """Return names and shapes of the parameters of a new network."""
    net = module.MLP(sizes)
    return [(name, tuple(p.shape)) for name, p in net.named_parameters()]


@probe
def mlp_output(module, sizes, arrays, x):
    """Return the output of a network with these weights."""
    net = module.MLP(sizes).double()
    state = {}
    for number, (weight, bias) in enumerate(arrays):
        state[f"layers.{number}.weight"] = torch.tensor(weight)
        state[f"layers.{number}.bias"] = torch.tensor(bias)
    net.load_state_dict(state)
    return net(torch.tensor(x)).detach().numpy()


@probe
def stepped(module, x):
    """Return how far one optimiser step on a deep copy moves each tensor."""
    import copy

    torch.manual_seed(1)
    net = module.MLP((3, 5, 2))
    twin = copy.deepcopy(net)
    optimiser = torch.optim.SGD(twin.parameters(), lr=0.1)
    (twin(torch.tensor(x)) ** 2).sum().backward()
    optimiser.step()
    pairs = zip(net.parameters(), twin.parameters(), strict=True)
    return [float((p - q).detach().abs().max()) for p, q in pairs]


def products(weight, bias, x):
    y = np.einsum("...i,oi->...o", x, weight)
    return y if bias is None else y + bias


@case("Linear has the parameters weight and bias, in torch's layout")
def layout(learner):
    for inputs, outputs in ((3, 5), (4, 4), (1, 2)):
        facts = linear_facts(learner, inputs, outputs, True)
        require(facts["module"], "Linear must be an nn.Module")
        require(not facts["torch's own"], "nn.Linear is not allowed here")
        wanted = [
            ("weight", (outputs, inputs), "torch.float32", True),
            ("bias", (outputs,), "torch.float32", True),
        ]
        found = [name for name, *_ in facts["parameters"]]
        require(
            found == ["weight", "bias"],
            "the parameters that the module finds must be weight and bias, "
            f"in this order; it finds {', '.join(found) or 'none'}",
        )
        assert_equal(facts["parameters"], wanted, what="named_parameters()")
        assert_equal(facts["keys"], ["weight", "bias"], what="state_dict()")
        assert_equal(facts["bias is None"], False)


@case("without bias there is one parameter, and bias is None")
def no_bias(learner):
    facts = linear_facts(learner, 3, 5, False)
    wanted = [("weight", (5, 3), "torch.float32", True)]
    found = [name for name, *_ in facts["parameters"]]
    require(
        found == ["weight"],
        "without bias the one parameter must be weight; the module finds "
        f"{', '.join(found) or 'none'}",
    )
    assert_equal(facts["parameters"], wanted, what="named_parameters()")
    require(facts["bias is None"], "layer.bias must be None without a bias")


@case(
    "it loads torch's weights and computes x W^T + b",
    W=array("O", "I"),
    b=array("O"),
    x=array("N", "I", of=uniform(-3, 3)),
    sizes={"O": (1, 5), "I": (1, 5), "N": (1, 4)},
)
def values(learner, W, b, x):
    got = loaded(learner, W, b, x)
    assert_close(got, products(W, b, x), what="layer(x)")
    got = loaded(learner, W, None, x)
    assert_close(got, products(W, None, x), what="layer(x) without bias")


@case(
    "any number of axes may stand in front",
    W=array("O", "I"),
    b=array("O"),
    sizes={"O": (2, 4), "I": (2, 5)},
    tries=4,
)
def axes(learner, W, b):
    inputs = W.shape[1]
    for front in ((), (1,), (2, 3), (2, 1, 3), (0,)):
        x = np.cos(np.arange(np.prod(front) * inputs)).reshape(*front, inputs)
        got = loaded(learner, W, b, x)
        assert_close(got, products(W, b, x), what=f"layer(x), x {x.shape}")


@case("gradients reach the input and every parameter")
def gradients(learner):
    x = np.linspace(-1, 1, 12).reshape(4, 3)
    assert_module_gradients(learner, "Linear", (3, 2), x)
    assert_module_gradients(learner, "Linear", (3, 2, False), x)
    assert_module_gradients(learner, "MLP", ((3, 5, 2),), x)


@case(
    "the start is uniform within 1/sqrt(inputs)", seed=whole(0, 9999), tries=2
)
def start(learner, seed):
    for inputs, outputs in ((25, 400), (400, 100)):
        for name, w in zip(
            ("weight", "bias"),
            first_weights(learner, inputs, outputs, seed),
            strict=True,
        ):
            u = w.astype(float).ravel() * inputs**0.5
            require(
                np.abs(u).max() <= 1 + 1e-6,
                f"{name} leaves the range of 1/sqrt(inputs)",
                w,
            )
            # 100 to 40,000 numbers: six deviations and more.
            room = 6 / len(u) ** 0.5
            require(
                abs(u.mean()) < room * 0.58
                and abs((u**2).mean() - 1 / 3) < room * 0.3,
                f"{name} is not uniform between -1/sqrt(inputs) and "
                "1/sqrt(inputs)",
                w,
            )


@case("the start comes from torch's global generator")
def drawn(learner, rng):
    seed = int(rng.integers(10**6))
    one, again, other = two_starts(learner, seeds=[seed, seed, seed + 1])
    require(
        not np.allclose(*one),
        "two layers, made one after the other, start with the same weights",
    )
    require(
        np.array_equal(one, again),
        "torch.manual_seed does not repeat the start of a layer",
    )
    require(
        not np.allclose(one, other), "two seeds of torch gave the same start"
    )


@case("MLP has one Linear per pair of sizes, under the names of the contract")
def names(learner):
    for sizes in ((3, 2), (4, 6, 3), (2, 3, 5, 4)):
        wanted = []
        for k in range(len(sizes) - 1):
            wanted.append((f"layers.{k}.weight", (sizes[k + 1], sizes[k])))
            wanted.append((f"layers.{k}.bias", (sizes[k + 1],)))
        got = mlp_facts(learner, sizes)
        assert_equal(got, wanted, what="named_parameters()")


@case("MLP has ReLU between layers, and none after the last")
def network(learner, rng):
    for sizes in ((3, 2), (4, 6, 3), (2, 3, 5, 4)):
        arrays = [
            (rng.normal(size=(o, i)), rng.normal(size=o))
            for i, o in itertools.pairwise(sizes)
        ]
        x = rng.normal(size=(7, sizes[0]))
        a = x
        for number, (W, b) in enumerate(arrays):
            a = products(W, b, np.maximum(a, 0) if number else a)
        assert_close(mlp_output(learner, sizes, arrays, x), a, what="MLP(x)")


@case("an optimiser moves every parameter of a copy")
def trains(learner):
    x = np.linspace(-1, 2, 18).reshape(6, 3).astype(np.float32)
    moved = stepped(learner, x)
    require(
        len(moved) == 4 and min(moved) > 0,
        "after one step of SGD some of the four tensors have not moved",
        moved,
    )
