"""Checks for cnn/receptive_field. Oracle: which inputs are reached, walking back."""

from tutor.harness import (
    CheckFailed,
    assert_close,
    built,
    case,
    require,
)


def seen(layers, output):
    """Return the inputs (as a set of positions) that an output depends on."""
    reached = {output}
    for kernel, stride, pad, dilation in reversed(layers):
        reached = {
            place * stride - pad + dilation * weight
            for place in reached
            for weight in range(kernel)
        }
    return reached


def by_walking(layers):
    first, second = seen(layers, 0), seen(layers, 1)
    low, high = min(first), max(first)
    return high - low + 1, min(second) - low, (low + high) / 2


def compare(learner, layers):
    got = learner.receptive_field(layers)
    form = isinstance(got, tuple | list) and len(got) == 3
    require(form, "the result must be a tuple of three numbers", got)
    expected = by_walking(layers)
    for value, wanted, what in zip(
        got, expected, ("the size", "the jump", "the start"), strict=True
    ):
        if what != "the start" and type(value) is not int:
            raise CheckFailed(f"{what} must be an int, not {value!r}.")
        assert_close(
            float(value),
            float(wanted),
            what=f"{what}, for the layers {layers},",
        )


def stack(kernels, strides=(1,), pads=(0,), dilations=(1,), depth=(1, 4)):
    """Return a draw of a stack of layers."""

    @built()
    def layers(rng, sizes):
        count = int(rng.integers(*depth))
        columns = (kernels, strides, pads, dilations)
        return [
            tuple(int(rng.choice(column)) for column in columns)
            for _ in range(count)
        ]

    return layers


@case("without layers an output sees itself")
def nothing(learner):
    compare(learner, [])


@case(
    "one layer sees as many inputs as it has weights",
    layers=stack((1, 2, 3, 4, 5), depth=(1, 2)),
)
def one(learner, layers):
    compare(learner, layers)


@case(
    "every further layer adds its kernel less one",
    layers=stack((2, 3, 5), depth=(2, 5)),
)
def stacked(learner, layers):
    compare(learner, layers)


@case(
    "padding moves the field and does not widen it",
    layers=stack((1, 3, 5), pads=(0, 1, 2), depth=(1, 4)),
)
def padded(learner, layers):
    compare(learner, layers)


@case(
    "a stride counts for the layers above, not for its own",
    layers=stack((2, 3), strides=(1, 2, 3), depth=(2, 5)),
)
def strided(learner, layers):
    compare(learner, layers)


@case(
    "a dilation widens the span of its layer",
    layers=stack((1, 2, 3), dilations=(1, 2, 4), depth=(1, 4)),
)
def dilated(learner, layers):
    compare(learner, layers)


@case(
    "all of it together",
    layers=stack((1, 2, 3, 4), (1, 2, 3), (0, 1, 2), (1, 2, 3), depth=(2, 6)),
)
def together(learner, layers):
    compare(learner, layers)


@case("stacks of known networks")
def known(learner):
    vgg = [(3, 1, 1, 1), (3, 1, 1, 1), (2, 2, 0, 1)] * 2
    vgg += [(3, 1, 1, 1)] * 3 + [(2, 2, 0, 1)]
    lenet = [(5, 1, 0, 1), (2, 2, 0, 1)] * 2
    stem = [(7, 2, 3, 1), (3, 2, 1, 1)]
    wave = [(2, 1, 0, 2**n) for n in range(8)]
    for layers in (vgg, lenet, stem, wave):
        compare(learner, layers)
