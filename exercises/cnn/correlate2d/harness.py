"""Checks for cnn/correlate2d. Oracle: sums of Python floats, one pixel at a time."""

import math

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_untouched,
    case,
    integers,
    probe,
    raises,
    require,
    whole,
)

SIZES = {"H": (4, 7), "W": (4, 8), "k": (1, 4), "l": (1, 4)}


def by_definition(image, kernel):
    """Return the sum of products at each place of the window."""
    pixels, weights = image.tolist(), kernel.tolist()
    k, width = kernel.shape
    return np.array(
        [
            [
                math.fsum(
                    pixels[i + u][j + v] * weights[u][v]
                    for u in range(k)
                    for v in range(width)
                )
                for j in range(image.shape[1] - width + 1)
            ]
            for i in range(image.shape[0] - k + 1)
        ]
    )


@probe
def helpers(module, image, kernel):
    """Return the ready-made routines and libraries that the code reaches for."""
    import sys

    kept = {name: getattr(np, name) for name in ("correlate", "convolve")}
    used = set()

    def spy(name):
        def call(*args, **kwargs):
            used.add(f"np.{name}")
            return kept[name](*args, **kwargs)

        return call

    for name in kept:
        setattr(np, name, spy(name))
    try:
        module.correlate2d(image, kernel)
    finally:
        for name, function in kept.items():
            setattr(np, name, function)
    return sorted(used | {"scipy", "torch"}.intersection(sys.modules))


@case(
    "a square kernel keeps its rows rows and its columns columns",
    image=array("S", "S"),
    kernel=array("S", "S"),
    sizes={"S": (2, 4)},
)
def square(learner, image, kernel):
    assert_close(
        learner.correlate2d(image, kernel), by_definition(image, kernel)
    )


@case(
    "a window as large as the image gives one number, the sum of products",
    image=array("k", "l"),
    kernel=array("k", "l"),
    sizes=SIZES,
)
def one_place(learner, image, kernel):
    assert_close(
        learner.correlate2d(image, kernel), by_definition(image, kernel)
    )


@case(
    "the window stands on every place where it fits",
    image=array("H", "W"),
    kernel=array("k", "l"),
    sizes=SIZES,
)
def every_place(learner, image, kernel):
    assert_close(
        learner.correlate2d(image, kernel), by_definition(image, kernel)
    )


@case(
    "a kernel with a single 1 picks that pixel of every window",
    image=array("H", "W"),
    u=whole(0, 3),
    v=whole(0, 2),
    sizes=SIZES,
)
def pick(learner, image, u, v):
    kernel = np.zeros((3, 2))
    kernel[u, v] = 1.0
    (H, W) = image.shape
    expected = image[u : u + H - 2, v : v + W - 1]
    assert_close(learner.correlate2d(image, kernel), expected)


@case(
    "an image of whole numbers may give fractions",
    image=array("H", "W", of=integers(0, 256), dtype="uint8"),
    kernel=array("k", "l"),
    sizes=SIZES,
)
def whole_numbers(learner, image, kernel):
    assert_close(
        learner.correlate2d(image, kernel),
        by_definition(image, kernel),
        dtype="float64",
    )


@case("a kernel that does not fit raises ValueError")
def too_large(learner):
    for shape in ((5, 2), (2, 6), (5, 6), (7, 3)):
        with raises(ValueError, f"for a kernel {shape} on an image (4, 5)"):
            learner.correlate2d(np.ones((4, 5)), np.ones(shape))


@case(
    "image and kernel stay as they were",
    image=array("H", "W"),
    kernel=array("k", "l"),
    sizes=SIZES,
)
def untouched(learner, image, kernel):
    learner.correlate2d(image, kernel)
    assert_untouched(learner)


@case("it is your own: no ready-made correlation or convolution runs inside")
def own(learner, rng):
    found = helpers(
        learner, image=rng.normal(size=(4, 5)), kernel=rng.normal(size=(2, 3))
    )
    require(not found, f"{' and '.join(found)} is not allowed here")
