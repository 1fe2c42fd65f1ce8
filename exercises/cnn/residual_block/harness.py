"""Checks for cnn/residual_block. Oracle: the same sum by functional calls in the judge."""

import numpy as np
import torch
from torch.nn import functional as F

from tutor.harness import (
    CheckFailed,
    assert_close,
    assert_module_gradients,
    case,
    probe,
    require,
)

BLOCKS = [(3, 3, 1), (2, 5, 1), (4, 4, 2), (3, 6, 2), (5, 2, 3)]


@probe
def fresh(module, block):
    """Return the state of a new block, and the names of its parameters."""
    import torch

    torch.manual_seed(0)
    made = module.ResidualBlock(*block)
    state = {k: v.numpy() for k, v in made.state_dict().items()}
    return state, sorted(name for name, _ in made.named_parameters())


@probe
def output(module, block, x, state, training):
    """Return the output with this state, and the input afterwards."""
    import torch

    made = module.ResidualBlock(*block).double().train(training)
    tensors = {k: torch.tensor(v) for k, v in state.items()}
    made.load_state_dict(tensors, strict=False)
    given = torch.tensor(x)
    y = made(given)
    return y.detach().numpy(), given.numpy()


@probe
def started(module, block, x):
    """Return the output of a new block."""
    import torch

    torch.manual_seed(1)
    made = module.ResidualBlock(*block).double()
    return made(torch.tensor(x)).detach().numpy()


@probe
def slope(module, block, x, weights, silent):
    """Return the gradient for the input of a weighted sum of the output."""
    import torch

    torch.manual_seed(2)
    made = module.ResidualBlock(*block).double()
    with torch.no_grad():
        made.norm2.weight.fill_(0.0 if silent else 0.7)
    given = torch.tensor(x, requires_grad=True)
    (made(given) * torch.tensor(weights)).sum().backward()
    return None if given.grad is None else given.grad.numpy()


def wanted_state(block, rng):
    """Return a random state with the keys of the contract."""
    c_in, c_out, stride = block
    state = {
        "conv1.weight": rng.normal(size=(c_out, c_in, 3, 3)),
        "conv2.weight": rng.normal(size=(c_out, c_out, 3, 3)),
    }
    norms = ["norm1", "norm2"]
    if stride != 1 or c_in != c_out:
        state["skip.0.weight"] = rng.normal(size=(c_out, c_in, 1, 1))
        norms.append("skip.1")
    for norm in norms:
        state[f"{norm}.weight"] = rng.uniform(0.5, 1.5, c_out)
        state[f"{norm}.bias"] = rng.normal(size=c_out)
        state[f"{norm}.running_mean"] = rng.normal(size=c_out)
        state[f"{norm}.running_var"] = rng.uniform(0.5, 2, c_out)
        state[f"{norm}.num_batches_tracked"] = np.array(3)
    return state


def by_calls(block, x, state, training):
    stride = block[2]
    t = {k: torch.tensor(v) for k, v in state.items()}

    def norm(z, name):
        kept = t[f"{name}.running_mean"], t[f"{name}.running_var"]
        return F.batch_norm(
            z, *kept, t[f"{name}.weight"], t[f"{name}.bias"], training
        )

    x = torch.tensor(x)
    body = F.conv2d(x, t["conv1.weight"], stride=stride, padding=1)
    body = norm(body, "norm1").clamp(min=0)
    body = norm(F.conv2d(body, t["conv2.weight"], padding=1), "norm2")
    if "skip.0.weight" in t:
        x = norm(F.conv2d(x, t["skip.0.weight"], stride=stride), "skip.1")
    return (body + x).clamp(min=0).numpy()


def image(block, rng, side=(5, 6)):
    return rng.normal(size=(3, block[0], *side))


@case("the shape of the output")
def shapes(learner, rng):
    for block in BLOCKS:
        x = image(block, rng, (7, 6))
        got = started(learner, block=block, x=x)
        sides = tuple(-(-n // block[2]) for n in x.shape[2:])
        expected = (3, block[1], *sides)
        require(
            got.shape == expected,
            f"ResidualBlock{block} makes {got.shape} of {x.shape}; "
            f"it should be {expected}",
        )


@case("the layers have the names and sizes of the contract, and no others")
def names(learner, rng):
    for block in BLOCKS:
        state, parameters = fresh(learner, block=block)
        expected = wanted_state(block, rng)
        missing = sorted(set(expected) - set(state))
        extra = sorted(set(state) - set(expected))
        if missing or extra:
            raise CheckFailed(
                f"the state dict of ResidualBlock{block} "
                + (f"lacks {', '.join(missing)}" if missing else "")
                + (" and " if missing and extra else "")
                + (f"has {', '.join(extra)} too many" if extra else "")
            )
        for key, value in expected.items():
            require(
                state[key].shape == value.shape,
                f"{key} of ResidualBlock{block} has shape "
                f"{state[key].shape}, not {value.shape}",
            )
        learned = sorted(k for k in expected if k.endswith(("weight", "bias")))
        require(
            parameters == learned,
            f"the parameters of ResidualBlock{block} are {parameters}",
        )


@case("it starts as relu of its skip")
def start(learner, rng):
    for block in ((3, 3), (1, 1, 1)):  # the stride is 1 unless said
        x = image(block, rng)
        got = started(learner, block=block, x=x)
        assert_close(got, np.maximum(x, 0), what="the output of a new block")


@case("in eval mode: body plus skip, then ReLU")
def evaluated(learner, rng):
    for block in BLOCKS:
        x, state = image(block, rng), wanted_state(block, rng)
        got, after = output(
            learner, block=block, x=x, state=state, training=False
        )
        expected = by_calls(block, x, state, training=False)
        assert_close(got, expected, what=f"the output of ResidualBlock{block}")
        assert_close(after, x, what="the input after the call")


@case("in train mode the norms use the batch")
def trained(learner, rng):
    for block in BLOCKS[:3]:
        x, state = image(block, rng), wanted_state(block, rng)
        got, _ = output(learner, block=block, x=x, state=state, training=True)
        expected = by_calls(block, x, state, training=True)
        assert_close(got, expected, what=f"the output of ResidualBlock{block}")


@case("the gradient comes back both ways")
def both_ways(learner, rng):
    block = (3, 3, 1)
    x = image(block, rng)
    weights = rng.normal(size=x.shape)
    for silent in (True, False):
        got = slope(learner, block=block, x=x, weights=weights, silent=silent)
        way = "a silent body" if silent else "a working body"
        require(got is not None, f"no gradient reaches the input, with {way}")
        skip = weights * (x > 0)
        if silent:
            assert_close(
                got,
                skip,
                what="the gradient at the input, with a silent body,",
            )
        else:
            require(
                np.abs(got - skip).max() > 1e-3,
                "the body passes no gradient on to the input",
            )


@case("backward agrees with differences")
def differences(learner, rng):
    x = rng.normal(size=(2, 2, 3, 3))
    assert_module_gradients(learner, "ResidualBlock", (2, 3, 2), x)
