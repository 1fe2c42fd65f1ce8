"""The presets of the kernel bench do what they say."""

import sys

import numpy as np
import pytest

from tutor.course import load_course
from tutor.datasets import digits
from tutor.judge import Checker
from tutor.worker import borrowing

COURSE = load_course()


@pytest.fixture
def bench(monkeypatch):
    """The demo as a module, on the references of what it uses."""
    demo = COURSE.find("cnn/kernel_bench")
    yours = borrowing.Yours(Checker(COURSE, None).borrowed(demo.uses, own=False))
    monkeypatch.setitem(sys.modules, "tutor.yours", yours)
    return borrowing.module_of(demo.path.read_text("utf-8"), demo.path.name, demo.name)


def mapped(bench, name):
    """Return the image and the map of a preset."""
    values = {knob["name"]: knob["value"] for knob in bench.KNOBS}
    values |= next(p["values"] for p in bench.PRESETS if p["name"] == name)
    weights = tuple(values[weight] for weight in bench.NAMES)
    options = int(values["digit"]), int(values["pad"]), int(values["stride"])
    found = bench.feature_map(*options, weights) / values["divide by"]
    return bench.padded(options[0], 0), found


def test_its_digits_are_those_of_the_course(bench):
    """The images in the file are the first ten of the data set."""
    for digit in range(10):
        assert np.array_equal(bench.padded(digit, 0), digits().images[digit])


def test_presets_do_what_they_say(bench):
    """Identity with padding is the image, a blur the mean, a frame has empty corners."""
    image, found = mapped(bench, "same size")
    assert np.array_equal(image, found)
    image, found = mapped(bench, "blur")
    assert found[2, 3] == pytest.approx(image[2:5, 3:6].mean())
    _, found = mapped(bench, "half the size")
    assert found.shape == (4, 4)
    image, found = mapped(bench, "edge")
    assert found[0, 0] == image[:3, 2].sum() - image[:3, 0].sum()
    _, found = mapped(bench, "a frame of its own")
    assert found[0, 0] == found[-1, -1] == 0


def test_every_place_draws(bench):
    """Time runs to the last place and stays there, whatever the size of the map."""
    values = {knob["name"]: knob["value"] for knob in bench.KNOBS}
    for place in (0, 35, 36, bench.LAST):
        scene = bench.draw(values | {"place": float(place)})
        assert f"Place {min(place, 35) + 1} of 36" in scene["say"]
