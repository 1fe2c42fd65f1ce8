"""Checks for tiny/scale. Oracle: products by hand, one step of gradient descent."""

import numpy as np
import torch

from tutor.harness import array, assert_close, assert_equal, case, probe


@probe
def train(learner, x, steps):
    """Return the weight after some steps down the mean of the output."""
    module = learner.Scale(x.shape[1])
    optimizer = torch.optim.SGD(module.parameters(), lr=0.1)
    for _ in range(steps):
        optimizer.zero_grad()
        module(x).mean().backward()
        optimizer.step()
    return module.weight.detach()


@case("every column is multiplied by its weight", x=array("N", "D", dtype="float32"))
def forward(learner, x):
    module = learner.Scale(x.shape[1])
    assert_close(module.forward(torch.from_numpy(x)).detach(), torch.from_numpy(x + x))


@case("the weight is a parameter that is found by name")
def parameter(learner):
    names = named(learner, 3)
    assert_equal(names, ["weight"])


@probe
def named(learner, size):
    """Return the names of the module's parameters."""
    return [name for name, _ in learner.Scale(size).named_parameters()]


@case("gradient descent moves the weight", x=array("N", "D", dtype="float32"))
def trains(learner, x):
    moved = 2.0 - 0.1 * 20 * x.mean(axis=0) / x.shape[1]
    got = train(learner, torch.from_numpy(x), 20)
    assert_close(got, torch.from_numpy(np.float32(moved)), rtol=1e-4, atol=1e-4)
