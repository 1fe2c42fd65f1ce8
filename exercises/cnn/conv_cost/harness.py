"""Checks for cnn/conv_cost. Oracle: walking over all weights and places, and a table."""

from tutor.harness import CheckFailed, case, raises, require, whole


def by_walking(size, c_in, c_out, kernel, stride=1, pad=0, groups=1):
    """Return (weights, products), counted one at a time."""
    tops = range(0, size[0] + 2 * pad - kernel[0] + 1, stride)
    lefts = range(0, size[1] + 2 * pad - kernel[1] + 1, stride)
    places = sum(1 for _ in tops for _ in lefts)
    mine = c_out // groups
    weights = sum(
        kernel[0] * kernel[1]
        for o in range(c_out)
        for c in range(c_in)
        if c // (c_in // groups) == o // mine
    )
    return weights, weights * places


def compare(learner, expected, *arguments, **keywords):
    got = learner.conv_cost(*arguments, **keywords)
    form = type(got) is tuple and len(got) == 2
    require(form, "the result must be a tuple of two ints", got)
    ints = all(type(value) is int for value in got)
    require(ints, "both results must be Python ints", got)
    shown = ", ".join(
        [*map(str, arguments), *(f"{k}={v}" for k, v in keywords.items())]
    )
    for value, wanted, what in zip(
        got, expected, ("numbers to learn", "products"), strict=True
    ):
        if value != wanted:
            raise CheckFailed(
                f"conv_cost({shown}) has {wanted} {what}, not {value}."
            )


@case(
    "every output channel has weights for every input channel",
    C=whole(1, 6),
    O=whole(1, 8),
    k=whole(1, 4),
)
def weights(learner, C, O, k):  # noqa: E741
    size, kernel = (9, 7), (k, k + 1)
    expected = by_walking(size, C, O, kernel)
    compare(learner, expected, size, C, O, kernel, bias=False)


@case(
    "a bias is one more number per output channel, and no product",
    C=whole(1, 6),
    O=whole(1, 8),
)
def biased(learner, C, O):  # noqa: E741
    size, kernel = (6, 8), (2, 3)
    count, products = by_walking(size, C, O, kernel)
    compare(learner, (count + O, products), size, C, O, kernel)


@case(
    "the products are counted at the places of the window",
    s=whole(1, 4),
    p=whole(0, 3),
    C=whole(1, 4),
)
def places(learner, s, p, C):
    size, kernel = (9, 12), (3, 2)
    expected = by_walking(size, C, 5, kernel, s, p)
    compare(learner, expected, size, C, 5, kernel, stride=s, pad=p, bias=False)


@case(
    "in groups, an output channel sees only the inputs of its own",
    a=whole(1, 4),
    b=whole(1, 4),
    g=whole(2, 5),
)
def grouped(learner, a, b, g):
    size, kernel = (7, 6), (3, 3)
    expected = by_walking(size, a * g, b * g, kernel, groups=g)
    compare(
        learner,
        (expected[0] + b * g, expected[1]),
        size,
        a * g,
        b * g,
        kernel,
        groups=g,
    )


@case("layers of known networks")
def known(learner):
    compare(learner, (34_944, 105_415_200), (227, 227), 3, 96, (11, 11), 4)
    compare(
        learner,
        (1_792, 86_704_128),
        (224, 224),
        3,
        64,
        (3, 3),
        pad=1,
    )
    compare(
        learner,
        (9_408, 118_013_952),
        (224, 224),
        3,
        64,
        (7, 7),
        stride=2,
        pad=3,
        bias=False,
    )


@case("groups that do not divide both channel counts raise ValueError")
def uneven(learner):
    for c_in, c_out, groups in ((6, 4, 4), (4, 6, 4), (3, 5, 2), (2, 2, 4)):
        spoken = f"for {c_in} channels in, {c_out} out and {groups} groups"
        with raises(ValueError, spoken):
            learner.conv_cost((5, 5), c_in, c_out, (3, 3), groups=groups)
