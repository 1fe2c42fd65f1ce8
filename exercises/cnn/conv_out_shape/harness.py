"""Checks for cnn/conv_out_shape. Oracle: counting the places, and a table."""

from tutor.harness import CheckFailed, case, raises, require, whole


def counted(n, k, s, p, d):
    """Return how many windows lie inside the padded axis, one at a time."""
    start, places = 0, 0
    while start + (k - 1) * d <= n + 2 * p - 1:
        places += 1
        start += s
    return places


def asked(learner, *arguments, **keywords):
    got = learner.conv_out_shape(*arguments, **keywords)
    require(
        type(got) is tuple and len(got) == 2,
        "the result must be a tuple of two ints",
        got,
    )
    for value in got:
        if type(value) is not int:
            raise CheckFailed(
                "height and width must be ints, not "
                f"{type(value).__name__}: {got}"
            )
    return got


def compare(learner, expected, *arguments, **keywords):
    got = asked(learner, *arguments, **keywords)
    shown = ", ".join(
        [*map(str, arguments), *(f"{k}={v}" for k, v in keywords.items())]
    )
    if got != expected:
        raise CheckFailed(
            f"conv_out_shape({shown}) must be {expected}, not {got}."
        )


@case("without stride and padding a window of k has n - k + 1 places")
def plain(learner):
    for size, kernel in (
        ((8, 8), 3),
        ((5, 9), 1),
        ((6, 11), 4),
        ((3, 3), 3),
        ((10, 7), 2),
    ):
        expected = tuple(n - kernel + 1 for n in size)
        compare(learner, expected, size, kernel)


@case("height stays height, width stays width, and a kernel may be oblong")
def oblong(learner):
    compare(learner, (4, 7), (6, 11), (3, 5))
    compare(learner, (6, 1), (6, 11), (1, 11))
    compare(learner, (28, 26), (30, 30), (3, 5))


@case(
    "padding goes on both ends",
    n=whole(1, 9),
    p=whole(1, 4),
    k=whole(1, 3),
)
def padding(learner, n, p, k):
    expected = counted(n, k, 1, p, 1), counted(n + 2, k, 1, p, 1)
    compare(learner, expected, (n, n + 2), k, pad=p)


@case(
    "a stride skips places, and a last incomplete step is left out",
    n=whole(6, 14),
    k=whole(1, 6),
    s=whole(2, 5),
)
def strided(learner, n, k, s):
    expected = counted(n, k, s, 0, 1), counted(n + 1, k, s, 0, 1)
    compare(learner, expected, (n, n + 1), k, stride=s)


@case(
    "dilation spreads the weights",
    n=whole(9, 15),
    k=whole(1, 4),
    d=whole(2, 5),
)
def dilated(learner, n, k, d):
    expected = counted(n, k, 1, 0, d), counted(n + 3, k, 1, 0, d)
    compare(learner, expected, (n, n + 3), k, dilation=d)


@case("every argument may be a pair, one number per axis")
def pairs(learner):
    for size, k, s, p, d in (
        ((9, 14), (3, 2), (2, 3), (1, 0), (1, 2)),
        ((12, 8), (4, 1), (3, 1), (0, 2), (2, 1)),
        ((7, 7), (2, 5), (1, 2), (3, 1), (3, 1)),
    ):
        expected = tuple(map(counted, size, k, s, p, d))
        keywords = {"stride": s, "pad": p, "dilation": d}
        compare(learner, expected, size, k, **keywords)


@case("layers of known networks")
def known(learner):
    for expected, size, k, s, p, d in (
        ((55, 55), (227, 227), 11, 4, 0, 1),
        ((112, 112), (224, 224), 7, 2, 3, 1),
        ((224, 224), (224, 224), 3, 1, 1, 1),
        ((14, 14), (28, 28), 2, 2, 0, 1),
        ((10, 10), (14, 14), 5, 1, 0, 1),
        ((64, 64), (64, 64), 3, 1, 6, 6),
    ):
        compare(learner, expected, size, k, stride=s, pad=p, dilation=d)


@case("a window that does not fit raises ValueError")
def too_large(learner):
    for size, k, p, d in (
        ((4, 9), 5, 0, 1),
        ((9, 4), 5, 0, 1),
        ((4, 4), 7, 1, 1),
        ((6, 6), 3, 0, 3),
        ((2, 2), 9, 1, 1),
    ):
        spoken = f"for an input {size}, kernel {k}, pad {p}, dilation {d}"
        with raises(ValueError, spoken):
            learner.conv_out_shape(size, k, stride=1, pad=p, dilation=d)
        with raises(ValueError, f"{spoken}, stride 3"):
            learner.conv_out_shape(size, k, stride=3, pad=p, dilation=d)
