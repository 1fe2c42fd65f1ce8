"""Checks for pytorch/vectorise_me. Oracle: numpy loops in float64."""

import numpy as np
import torch

from tutor.harness import (
    array,
    assert_close,
    assert_gradients,
    built,
    case,
    probe,
    require,
)


@probe
def called(module, name, *arrays):
    """Return the result as an array, and whether arguments were changed."""
    tensors = [torch.tensor(a) for a in arrays]
    result = getattr(module, name)(*tensors)
    kept = all(
        np.array_equal(t.numpy(), a, equal_nan=a.dtype.kind == "f")
        for t, a in zip(tensors, arrays, strict=True)
    )
    return result.detach().numpy(), kept


@probe
def largest_tensor(module, A, B):
    """Return the entries of the largest memory that any operation made."""
    from torch.utils._python_dispatch import TorchDispatchMode

    sizes = []

    class Watch(TorchDispatchMode):
        def __torch_dispatch__(self, function, types, args=(), kwargs=None):
            out = function(*args, **(kwargs or {}))
            for t in out if isinstance(out, tuple | list) else [out]:
                if isinstance(t, torch.Tensor):
                    size = t.untyped_storage().nbytes() // t.element_size()
                    sizes.append(size)
            return out

    A, B = torch.tensor(A), torch.tensor(B)
    with Watch():
        module.squared_distances(A, B)
    return max(sizes)


@probe
def mean_gradient(module, x, mask, weights):
    """Return the gradient of a weighted sum of masked means."""
    given = torch.tensor(x, requires_grad=True)
    means = module.masked_mean(given, torch.tensor(mask))
    if not means.requires_grad:
        return None
    (means * torch.tensor(weights)).sum().backward()
    return given.grad.numpy()


@probe
def fast_enough(module, name):
    """Return how a function's time compares with that of the loops."""
    import time

    torch.manual_seed(0)
    A, B = torch.randn(80, 4), torch.randn(40, 4)
    x, mask = torch.randn(80, 40), torch.rand(80, 40) > 0.3
    index = torch.randint(0, 40, (80, 40))

    def distances():
        for n in range(80):
            row = [((A[n] - B[m]) ** 2).sum() for m in range(40)]
            torch.stack(row)

    def means():
        for n in range(80):
            total, count = x.new_zeros(()), 0
            for t in range(40):
                if mask[n, t]:
                    total = total + x[n, t]
                    count += 1

    def picks():
        for n in range(80):
            torch.stack([x[n, index[n, k]] for k in range(40)])

    slow, arguments = {
        "squared_distances": (distances, (A, B)),
        "masked_mean": (means, (x, mask)),
        "pick": (picks, (x, index)),
    }[name]
    function = getattr(module, name)

    def spent(call, calls, rounds):
        best = float("inf")
        for _ in range(rounds):
            start = time.process_time()
            for _ in range(calls):
                call()
            best = min(best, (time.process_time() - start) / calls)
        return best

    base = spent(slow, 1, 1)
    function(*arguments)
    if spent(lambda: function(*arguments), 1, 1) > base / 5:
        return "no faster"
    for _ in range(5):
        if spent(lambda: function(*arguments), 5, 2) <= base / 100:
            return "fast"
    return "half way"


def distances(A, B):
    A, B = A.astype(np.float64), B.astype(np.float64)
    return np.array([[sum((a - b) ** 2) for b in B] for a in A])


@built("N", "T")
def mask_of(rng, sizes):
    """A mask with an empty row where there are two rows."""
    mask = rng.random((sizes["N"], sizes["T"])) < 0.6
    mask[0] = True
    if len(mask) > 1:
        mask[1] = False
    return mask


@built("N", "K")
def index_of(rng, sizes):
    return rng.integers(0, 4, (sizes["N"], sizes["K"]))


@case(
    "squared_distances is right for points near the origin",
    A=array("N", "D"),
    B=array("M", "D"),
    sizes={"N": (1, 5), "M": (1, 4), "D": (1, 4)},
)
def near(learner, A, B):
    got, kept = called(learner, "squared_distances", A, B)
    assert_close(got, distances(A, B), dtype="float64", what="the result")
    require(kept, "squared_distances changed its arguments in place")


FAR = (
    "Far from the origin the squares of the numbers are so large that in "
    "float32 their differences are lost: subtract before you square."
)


@case("far from the origin too, in float32, and never negative")
def far(learner, rng):
    # More than 25 rows: from there on torch.cdist expands the square.
    A = (1e4 + rng.uniform(-5, 5, (28, 3))).astype(np.float32)
    B = np.concatenate([A[:4], (1e4 + rng.uniform(-5, 5, (5, 3)))])
    for B in (B.astype(np.float32), A):
        got, _ = called(learner, "squared_distances", A, B)
        expected = distances(A, B).astype(np.float32)
        limit = 1e-4 * float(expected.max())
        assert_close(got, expected, atol=limit, dtype="float32", because=FAR)
        require((got >= 0).all(), "a squared distance is negative", got)
    # Equal points, away from their centre.
    A = rng.normal(0, 5, (40, 8)).astype(np.float32)
    got, _ = called(learner, "squared_distances", A, A)
    require((got >= 0).all(), "a squared distance is negative", got)


@case("squared_distances makes no tensor of N * M * D entries")
def memory(learner, rng):
    A, B = rng.normal(size=(30, 64)), rng.normal(size=(20, 64))
    found = largest_tensor(learner, A, B)
    limit = 4 * 30 * 20 + 8 * 50 * 64
    require(
        found <= limit,
        f"for N = 30, M = 20 and D = 64, a tensor of {found} entries is "
        f"made; at most {limit} are allowed",
    )


@case(
    "masked_mean averages where the mask is True, 0 if nowhere",
    x=array("N", "T"),
    mask=mask_of,
    sizes={"N": (1, 5), "T": (1, 6)},
)
def means(learner, x, mask):
    expected = np.array(
        [
            sum(float(v) for v in row[m]) / max(int(m.sum()), 1)
            for row, m in zip(x, mask, strict=True)
        ]
    )
    got, kept = called(learner, "masked_mean", x, mask)
    assert_close(got, expected, dtype="float64", what="the result")
    require(kept, "masked_mean changed its arguments in place")
    short = x.astype(np.float32)
    got, _ = called(learner, "masked_mean", short, mask)
    wanted = expected.astype(np.float32)
    assert_close(got, wanted, rtol=1e-4, atol=1e-5, dtype="float32")


@case("what the mask hides does not matter")
def hidden(learner):
    x = np.array([[1.0, np.nan, 3.0], [np.inf, 5.0, -np.inf], [np.nan] * 3])
    mask = np.array([[1, 0, 1], [0, 1, 0], [0, 0, 0]], dtype=bool)
    got, _ = called(learner, "masked_mean", x, mask)
    assert_close(got, np.array([2.0, 5.0, 0.0]), what="the result")
    # What it does not hide stays visible.
    seen, _ = called(learner, "masked_mean", x[:1], ~mask[:1])
    require(np.isnan(seen).all(), "a NaN that is not masked must show", seen)


@case(
    "the gradient of masked_mean is finite, and 0 where masked",
    x=array("N", "T"),
    mask=mask_of,
    w=array("N"),
    sizes={"N": (2, 5), "T": (1, 5)},
    tries=5,
)
def slopes(learner, x, mask, w):
    expected = np.zeros_like(x)
    for n, t in zip(*np.nonzero(mask), strict=True):
        expected[n, t] = w[n] / mask[n].sum()
    got = mean_gradient(learner, x, mask, w)
    require(got is not None, "no gradient reaches x: the graph is cut")
    assert_close(got, expected, what="the gradient")


@case(
    "pick takes table[n, index[n, k]]",
    table=array("N", 4),
    index=index_of,
    sizes={"N": (1, 5), "K": (1, 6)},
)
def picked(learner, table, index):
    expected = np.array(
        [[table[n, c] for c in row] for n, row in enumerate(index)]
    )
    got, kept = called(learner, "pick", table, index)
    assert_close(got, expected, rtol=0, atol=0, dtype="float64")
    require(kept, "pick changed its arguments in place")


@case("gradients flow through distances and picks")
def gradients(learner, rng):
    A, B = rng.normal(size=(3, 2)), rng.normal(size=(4, 2))
    assert_gradients(learner, "squared_distances", A, B)
    index = np.array([[0, 0, 2], [3, 1, 1]])
    assert_gradients(learner, "pick", rng.normal(size=(2, 4)), index)


@case("each is a hundred times faster than the loops")
def speed(learner):
    for name in ("squared_distances", "masked_mean", "pick"):
        require(
            fast_enough(learner, name) == "fast",
            f"{name} takes more than a hundredth of the starter's time. "
            "Which loop still runs in Python?",
        )
