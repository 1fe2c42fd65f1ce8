"""Statistics of layers are those of the formulas, of arrays and of torch modules alike."""

import gc

import numpy as np
import pytest
import torch
from torch import nn

from tutor import track
from tutor.track.checking import all_checked
from tutor.track.ring import Ring


@pytest.fixture
def ring():
    ring = Ring()
    track.connect(ring)
    yield ring
    track.connect(None)


def numbers(ring):
    """Return the scalars by name, as pairs of step and value."""
    found = {}
    for record in all_checked(ring.take()):
        if record["kind"] == "scalar":
            found.setdefault(record["name"], []).append((record["step"], record["value"]))
    return found


def test_arrays_give_norms_and_ratios(ring):
    """Norms at each interval, and the share by which the update after it moved."""
    weights, gradient = np.full((2, 2), 2.0), np.full((2, 2), 0.5)
    for step in range(5):
        track.layers({"W": (weights, gradient)}, step, every=4)
        weights = weights * 0.75
    found = numbers(ring)
    assert found["weight norm/W"] == [(0, 4.0), (4, pytest.approx(4 * 0.75**4))]
    assert found["gradient norm/W"] == [(0, 1.0), (4, 1.0)]
    assert found["update ratio/W"] == [(1, 0.25)]


def test_units_that_never_fire_are_dead(ring):
    """A unit is alive if any recent input made it fire."""
    weights = np.ones((1, 1))
    for step in range(4):
        outputs = np.zeros((3, 4))
        outputs[step % 3, step % 2] = 1.0
        track.layers({"W": (weights, None)}, step, activations={"h": outputs})
    assert numbers(ring)["dead units/h"] == [(3, 0.5)]


def test_channels_are_units(ring):
    """Of images the second axis counts."""
    outputs = np.zeros((2, 4, 3, 3))
    outputs[0, 1, 2, 2] = 1.0
    track.layers({"W": (np.ones(1), None)}, 0, every=1, activations={"c": outputs})
    assert numbers(ring)["dead units/c"] == [(0, 0.75)]


def train(net, steps, lr=0.1, batch=64):
    opt = torch.optim.SGD(net.parameters(), lr)
    norms = []
    for _ in range(steps):
        loss = net(torch.randn(batch, 4)).square().mean()
        opt.zero_grad()
        loss.backward()
        norms.append((net[0].weight.grad.norm().item(), net[0].weight.norm().item()))
        opt.step()
    return norms


def test_a_module_gives_what_torch_says(ring):
    """Gradient and weight norms and update ratios are those of the steps they name."""
    torch.manual_seed(0)
    net = track.watch(nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 1)), every=5)
    norms = train(net, 12)
    found = numbers(ring)
    wanted = [(s, pytest.approx(norms[s][0], rel=1e-5)) for s in (0, 5, 10)]
    assert found["gradient norm/0"] == wanted
    ratios = [
        (s, pytest.approx(0.1 * norms[s][0] / norms[s][1], rel=1e-3)) for s in (0, 5, 10)
    ]
    assert found["update ratio/0"] == ratios
    assert list(found).index("gradient norm/0") < list(found).index("gradient norm/2")


def test_dead_units_of_a_module(ring):
    """A unit whose input is always negative is dead; the layer behind it is not."""
    net = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 1))
    with torch.no_grad():
        net[0].bias[:6] = -100.0
        net[0].bias[6:] = 100.0
    track.watch(net, every=5)
    train(net, 12, lr=0.0)
    found = numbers(ring)
    assert {value for _, value in found["dead units/0"]} == {0.75}
    assert {value for _, value in found["dead units/2"]} == {0.0}


def test_a_module_in_evaluation_is_left_alone(ring):
    """Validation passes are no steps."""
    net = track.watch(nn.Sequential(nn.Linear(4, 1)), every=1)
    with torch.no_grad():
        net(torch.randn(2, 4))
    net.eval()
    net(torch.randn(2, 4))
    assert numbers(ring) == {}


def test_two_modules_do_not_share_names(ring):
    """A second living module is told apart; one that has gone gives its name back."""
    first = track.watch(nn.Sequential(nn.Linear(4, 1)), every=1)
    second = track.watch(nn.Sequential(nn.Linear(4, 1)), every=1)
    train(first, 3)
    train(second, 3)
    assert {"weight norm/0", "weight norm/model 2 0"} <= numbers(ring).keys()
    del first
    gc.collect()
    third = track.watch(nn.Sequential(nn.Linear(4, 1)), every=1)
    train(third, 3)
    assert "weight norm/0" in numbers(ring)


def test_without_a_ring_a_module_has_no_hooks():
    """Outside the tool watching costs nothing."""
    track.connect(None)
    net = track.watch(nn.Linear(4, 1))
    assert not net._forward_pre_hooks
    assert track.layers({"W": ("nonsense", None)}, 0) is None
