"""Each illness is named in a training that has it, and sound trainings raise nothing.

All programs really train, small ones, through `tutor.track`, the ring and the check.
"""

import pytest
import torch
from torch import nn

from tests.watchers.agents import deep_q, policy_gradient, q_learning
from tests.watchers.generative import autoencoder, game, vae
from tests.watchers.supervised import (
    classifier,
    few_samples,
    numpy_classifier,
    recurrent,
    regression,
)
from tests.watchers.watching import raised

SIGMOIDS = (64, *[32] * 6, 10)

SOUND = [
    (classifier, 3, {}),
    (numpy_classifier, 3, {}),
    (regression, 3, {}),
    (recurrent, 2, {"steps": 100}),
    (autoencoder, 3, {}),
    (vae, 3, {"steps": 250}),
    (game, 3, {"modes": 2, "steps": 300, "noise": 0.5}),
    (q_learning, 5, {}),
    (q_learning, 3, {"epsilon": 0.0, "optimism": 1.0}),
    (policy_gradient, 5, {}),
    (deep_q, 1, {"steps": 600}),
]


@pytest.fixture(autouse=True)
def one_thread():
    """Use one core, as learner processes do."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


@pytest.mark.parametrize(
    ("program", "seed", "settings"),
    [(program, seed, s) for program, seeds, s in SOUND for seed in range(seeds)],
    ids=lambda value: getattr(value, "__name__", None) or str(value),
)
def test_a_sound_training_raises_nothing(program, seed, settings):
    """No watcher sees an illness where there is none."""
    assert raised(program, seed, **settings) == {}


def low_biases(net):
    with torch.no_grad():
        net[0].bias.fill_(-4.0)


ILL = {
    "non_finite": (regression, 0, {"lr": 50.0, "steps": 40}),
    "step_too_large": (classifier, 0, {"lr": 20.0, "steps": 60}),
    "step_too_small": (regression, 0, {"lr": 3e-5}),
    "vanishing_gradients": (
        classifier, 0, {"sizes": SIGMOIDS, "activation": nn.Sigmoid, "steps": 100},
    ),
    "exploding_gradients": (recurrent, 0, {"gain": 1.7, "steps": 12}),
    "dead_units": (classifier, 0, {"prepare": low_biases, "steps": 100}),
    "overfitting": (few_samples, 1, {"noise": 0.6}),
    "labels_shuffled": (
        classifier, 0,
        {"shuffled": True, "train": 200, "lr": 3e-3, "optimizer": torch.optim.Adam,
         "steps": 250},
    ),
    "inputs_unscaled": (classifier, 0, {"scale": 255 / 16, "steps": 30, "lr": 1e-3}),
    "mode_collapse": (game, 0, {"modes": 8, "noise": 0.1, "steps": 420}),
    "discriminator_too_strong": (
        game, 1, {"strong": 2, "lr_d": 5e-3, "lr_g": 2e-5, "steps": 220, "noise": 0.05},
    ),
    "posterior_collapse": (vae, 0, {"beta": 20.0, "steps": 250}),
    "entropy_collapse": (
        policy_gradient, 0,
        {"episodes": 800, "lr": 5.0, "baseline": False, "certain": 1.5},
    ),
    "value_over_estimation": (deep_q, 0, {"ends": False, "steps": 800}),
    "no_exploration": (q_learning, 0, {"epsilon": 0.0}),
}  # fmt: skip


@pytest.mark.parametrize("name", ILL)
def test_an_illness_is_named(name):
    """The training that has it raises it, with evidence, an explanation, and advice."""
    program, seed, settings = ILL[name]
    finding = raised(program, seed, **settings)[name]
    assert finding.evidence
    assert all(any(c.isdigit() for c in e.text) for e in finding.evidence)
    assert len(finding.explanation) > 100
    assert len(finding.advice) >= 2


def test_every_watcher_has_its_illness():
    """The table above proves each of them."""
    from tutor.watchers.watching import all_watchers

    assert len(all_watchers()) == len(ILL)
