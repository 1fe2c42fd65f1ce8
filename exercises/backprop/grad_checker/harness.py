"""Checks for backprop/grad_checker: right and wrong gradients, made by hand.

Every suspect is f(x) = sum of c * g(x) over all tensors, or the square of such
a sum, whose gradient the judge writes down without differentiating anything.
"""

import numpy as np

from tutor.harness import (
    CheckFailed,
    array,
    assert_equal,
    assume,
    built,
    case,
    probe,
    signs,
    uniform,
)

SLOPES = {
    "tanh": lambda v: 1 - np.tanh(v) ** 2,
    "exp": np.exp,
    "relu": lambda v: np.where(v > 0, 1.0, 0.0),
}
NEAR = uniform(-1, 1)


@probe
def check_sum_of(module, g, c, x, claim):
    """Return the verdict on `claim` as the gradient of sum(c * g(x)).

    For g = "square of sum" the function is sum(c * x) squared.
    """
    inner = {
        "tanh": np.tanh,
        "exp": np.exp,
        "relu": lambda v: np.maximum(v, 0),
        "square of sum": lambda v: v,
    }[g]

    def f(point):
        parts = zip(c, point, strict=True)
        total = sum((k.astype(v.dtype) * inner(v)).sum() for k, v in parts)
        return float(total**2 if g == "square of sum" else total)

    def df(point):
        f(point)  # is it the list?
        return [part.copy() for part in claim]

    return module.check(f, df, x)


@probe
def left_behind(module, x):
    """Return x after a check of sum(x ** 2)."""
    module.check(
        lambda point: float(sum((v**2).sum() for v in point)),
        lambda point: [2 * v for v in point],
        x,
    )
    return x


@probe
def check_layer(module, X, truth, W, b, dW, db):
    """Return the verdict on dW and db, for the loss of one tanh layer."""

    def f(point):
        return float(((np.tanh(X @ point[0] + point[1]) - truth) ** 2).mean())

    return module.check(f, lambda point: [dW.copy(), db.copy()], [W, b])


def judge(verdict, expected, what):
    """Fail unless the verdict is the expected one; `what` is the suspect."""
    if type(verdict) not in (bool, np.bool_):
        kind = type(verdict).__name__
        raise CheckFailed(f"check must return True or False, not {kind}")
    if bool(verdict) is not expected:
        fault = "accepted" if verdict else "rejected"
        raise CheckFailed(f"your checker {fault} {what}")


def passes(learner, g, c, x, claim, what):
    judge(check_sum_of(learner, g=g, c=c, x=x, claim=claim), True, what)


def fails(learner, g, c, x, claim, what):
    judge(check_sum_of(learner, g=g, c=c, x=x, claim=claim), False, what)


def gradient(g, c, x):
    return [
        k * SLOPES[g](v.astype(np.float64)) for k, v in zip(c, x, strict=True)
    ]


def factors(shape, rng):
    """Numbers of either sign and of about the same size."""
    return rng.uniform(0.5, 1.5, shape) * rng.choice([-1.0, 1.0], shape)


@built("N", "M")
def matrix(rng, sizes):
    return factors((sizes["N"], sizes["M"]), rng)


@built("M")
def vector(rng, sizes):
    return factors(sizes["M"], rng)


@case(
    "the right slope for a single number passes",
    c=array(1, of=uniform(0.5, 1.5)),
    x=array(1, of=NEAR),
)
def number(learner, c, x):
    claim = gradient("exp", [c], [x])
    passes(learner, "exp", [c], [x], claim, "the right slope of c * exp(x)")


@case(
    "the right gradient of one tanh layer passes",
    X=array("N", "D"),
    truth=array("N", "H", of=NEAR),
    W=array("D", "H", of=NEAR),
    b=array("H", of=NEAR),
    sizes={"N": (1, 3), "D": (1, 3), "H": (1, 3)},
    tries=20,
)
def right(learner, X, truth, W, b):
    dW, db = np.zeros_like(W), np.zeros_like(b)
    for n, row in enumerate(X):
        for h in range(len(b)):
            out = np.tanh(sum(row * W[:, h]) + b[h])
            back = 2 * (out - truth[n, h]) * (1 - out**2) / truth.size
            db[h] += back
            dW[:, h] += back * row
    # Rulers that go entry by entry do well here too.
    assume(min(np.abs(dW).min(), np.abs(db).min()) > 0.01)
    verdict = check_layer(learner, X=X, truth=truth, W=W, b=b, dW=dW, db=db)
    judge(verdict, True, "the right gradient of a tanh layer")


@case(
    "a flipped sign is caught",
    c=matrix,
    x=array("N", "M", of=NEAR),
    sizes={"N": (1, 3), "M": (1, 4)},
)
def sign(learner, c, x):
    claim = [-part for part in gradient("tanh", [c], [x])]
    fails(learner, "tanh", [c], [x], claim, "the gradient times -1")


@case(
    "a gradient of half or double the length is caught",
    x=array("N", of=NEAR),
    side=array(1, of=signs()),
    sizes={"N": (1, 5)},
)
def length(learner, x, side):
    # All slopes have one sign, so that "too small" is too small everywhere.
    c = side * np.ones(len(x))
    for factor in (0.5, 2.0):
        claim = [factor * part for part in gradient("exp", [c], [x])]
        fails(learner, "exp", [c], [x], claim, f"{factor:g} × the gradient")


@case(
    "a single entry off by 1 % is caught, wherever it is",
    c=matrix,
    x=array("N", "M", of=NEAR),
    sizes={"N": (2, 3), "M": (2, 4)},
    tries=4,
)
def one_entry(learner, c, x):
    truth = gradient("tanh", [c], [x])
    passes(learner, "tanh", [c], [x], truth, "a right gradient")
    for index in np.ndindex(x.shape):
        claim = [truth[0].copy()]
        claim[0][index] *= 1.01
        where = list(index)
        what = f"a gradient whose entry {where} is off by 1 %"
        fails(learner, "tanh", [c], [x], claim, what)


@case(
    "a transposed gradient of a square matrix is caught",
    c=array(3, 3, of=uniform(0.5, 1.5)),
    x=array(3, 3, of=NEAR),
    tries=3,
)
def transposed(learner, c, x):
    c = c + np.triu(np.full((3, 3), 5.0), 1)
    claim = [part.T.copy() for part in gradient("tanh", [c], [x])]
    fails(learner, "tanh", [c], [x], claim, "the transposed gradient")


@case(
    "a gradient of another shape than its tensor is caught",
    c=vector,
    x=array("M", of=NEAR),
    sizes={"M": (1, 4)},
    tries=4,
)
def shape(learner, c, x):
    # All slopes are equal: broadcasting would find no difference.
    c, x = np.full(len(c), c[0]), np.full(len(c), x[0])
    (truth,) = gradient("tanh", [c], [x])
    what = "a gradient of shape {} for a tensor of shape {}"
    for claim in (truth[None], truth[:, None]):
        said = what.format(claim.shape, x.shape)
        fails(learner, "tanh", [c], [x], [claim], said)
    row = x[None]
    said = what.format(truth.shape, row.shape)
    fails(learner, "tanh", [c[None]], [row], [truth], said)


@case(
    "with several tensors, each has to be right",
    c=matrix,
    k=vector,
    x=array("N", "M", of=NEAR),
    b=array("M", of=NEAR),
    sizes={"N": (1, 3), "M": (1, 4)},
    tries=4,
)
def each_tensor(learner, c, k, x, b):
    c, x = [c, k, c[0]], [x, b, x[0]]
    truth = gradient("tanh", c, x)
    passes(learner, "tanh", c, x, truth, "the right gradient of 3 tensors")
    for i in range(3):
        claim = [part * (1 - (j == i) / 5) for j, part in enumerate(truth)]
        what = f"a gradient that is wrong in tensor {i} alone"
        fails(learner, "tanh", c, x, claim, what)


@case(
    "a gradient too few or too many is caught",
    c=vector,
    k=vector,
    x=array("M", of=NEAR),
    sizes={"M": (1, 4)},
    tries=4,
)
def count(learner, c, k, x):
    c, x = [c, k], [x, x / 2]
    truth = gradient("tanh", c, x)
    fails(learner, "tanh", c, x, truth[:1], "1 gradient for 2 tensors")
    three = [*truth, truth[0]]
    fails(learner, "tanh", c, x, three, "3 gradients for 2 tensors")


@case(
    "small gradients are not measured by those of another tensor",
    c=matrix,
    k=vector,
    W=array("N", "M", of=NEAR),
    b=array("M", of=NEAR),
    sizes={"N": (1, 3), "M": (1, 4)},
    tries=4,
)
def beside_big(learner, c, k, W, b):
    c, x = [1e5 * c, 0.1 * k], [1e-4 * W, b]
    truth = gradient("tanh", c, x)
    passes(learner, "tanh", c, x, truth, "the right gradient of W and b")
    claim = [truth[0], 1.05 * truth[1]]
    what = "a gradient of b that is 5 % too long; that of W is right and large"
    fails(learner, "tanh", c, x, claim, what)


@case(
    "right gradients near 1e-9 and 1e6 pass",
    c=matrix,
    x=array("N", "M", of=NEAR),
    sizes={"N": (1, 3), "M": (1, 4)},
    tries=4,
)
def magnitudes(learner, c, x):
    for size in (1e-9, 1e6):
        scaled = [size * c]
        claim = gradient("tanh", scaled, [x])
        what = f"a right gradient whose entries are near {size:g}"
        passes(learner, "tanh", scaled, [x], claim, what)


@case(
    "wrong gradients near 1e-9 are caught",
    c=matrix,
    x=array("N", "M", of=NEAR),
    sizes={"N": (1, 3), "M": (1, 4)},
    tries=4,
)
def tiny(learner, c, x):
    scaled = [1e-9 * c]
    (truth,) = gradient("tanh", scaled, [x])
    for factor in (-1, 2, 1.01):
        what = f"{factor:g} × a gradient whose entries are near 1e-9"
        fails(learner, "tanh", scaled, [x], [factor * truth], what)


@case(
    "where the function is flat, a gradient of zeros passes",
    c=matrix,
    x=array("N", "M", of=uniform(-2, -0.5)),
    sizes={"N": (1, 3), "M": (1, 4)},
    tries=4,
)
def flat(learner, c, x):
    what = "a gradient of zeros for ReLUs that are all shut"
    passes(learner, "relu", [c], [x], [np.zeros_like(x)], what)


@case(
    "zeros are caught where they are wrong, and so is what should be zero",
    c=matrix,
    x=array("N", "M", of=uniform(0.5, 2)),
    sizes={"N": (1, 3), "M": (1, 4)},
    tries=4,
)
def wrong_zeros(learner, c, x):
    nothing = [np.zeros_like(x)]
    what = "a gradient of zeros for ReLUs that are all open"
    fails(learner, "relu", [c], [x], nothing, what)
    what = "a gradient that lets everything through ReLUs that are all shut"
    fails(learner, "relu", [c], [-x], [c], what)


@case(
    "NaN or infinity in a gradient is caught",
    c=matrix,
    x=array("N", "M", of=NEAR),
    sizes={"N": (1, 3), "M": (1, 4)},
    tries=4,
)
def not_finite(learner, c, x):
    for value in (np.nan, np.inf):
        claim = gradient("tanh", [c], [x])
        claim[0][-1, -1] = value
        what = f"a gradient with {value} in it"
        fails(learner, "tanh", [c], [x], claim, what)


@case(
    "right gradients pass 0.001 beside the kink of ReLU",
    c=array(4, of=uniform(0.5, 1.5)),
    far=array(2, of=uniform(0.5, 2)),
    tries=4,
)
def kink(learner, c, far):
    x = np.array([1e-3, -1e-3, far[0], -far[1]])
    claim = gradient("relu", [c], [x])
    what = "a right gradient with ReLUs at 0.001 and -0.001"
    passes(learner, "relu", [c], [x], claim, what)


@case(
    "right gradients pass near a minimum",
    c=vector,
    x=array("M", of=NEAR),
    sizes={"M": (3, 5)},
    tries=4,
)
def minimum(learner, c, x):
    what = "the right gradient of a square whose root is only 0.001"
    for k, v in ((c[:1], x[:1]), (c, x)):
        v = np.append(v[:-1], (1e-3 - k[:-1] @ v[:-1]) / k[-1])
        claim = [2 * (k @ v) * k]
        passes(learner, "square of sum", [k], [v], claim, what)


@case(
    "tensors may come in float32",
    c=matrix,
    x=array("N", "M", of=NEAR, dtype="float32"),
    sizes={"N": (1, 3), "M": (1, 4)},
    tries=4,
)
def float32(learner, c, x):
    claim = gradient("tanh", [c], [x])
    passes(learner, "tanh", [c], [x], claim, "a right gradient at float32 x")


@case(
    "x stays as it was, to the last bit",
    x=array("N", "M"),
    b=array("M"),
    sizes={"N": (1, 3), "M": (2, 4)},
)
def untouched(learner, x, b):
    for given, kept in zip(
        left_behind(learner, x=[x, b]), [x, b], strict=True
    ):
        assert_equal(given, kept, what="x after the check")
