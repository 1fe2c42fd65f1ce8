"""Checks for pytorch/silent_bugs. Oracle: numbers by numpy, one at a time."""

import numpy as np
import torch

from tutor.harness import (
    array,
    assert_close,
    assert_equal,
    case,
    probe,
    require,
    whole,
)

PLANTED = {
    "split": "pairs torn",
    "standardise": "leak",
    "squared_error": "broadcast",
    "mean_loss": "history kept",
    "predict": "sound",
}
KINDS = {*PLANTED.values(), "graph cut", "mode left", "global chance"}


@probe
def parts(module, X, y, seed, noise):
    """Return the four parts of a split, and whether X and y stayed."""
    torch.manual_seed(noise)
    generator = torch.Generator().manual_seed(seed)
    given = torch.tensor(X), torch.tensor(y)
    four = [part.numpy() for part in module.split(*given, generator)]
    kept = np.array_equal(given[0], X) and np.array_equal(given[1], y)
    return four, bool(kept)


@probe
def scaled(module, train, test):
    """Return both parts scaled, and whether the given ones stayed."""
    given = torch.tensor(train), torch.tensor(test)
    two = [part.numpy() for part in module.standardise(*given)]
    kept = np.array_equal(given[0], train) and np.array_equal(given[1], test)
    return two, bool(kept)


@probe
def error(module, out, y):
    """Return the squared error, its gradient, and whether out and y stayed."""
    given, target = torch.tensor(out, requires_grad=True), torch.tensor(y)
    loss = module.squared_error(given, target)
    kept = np.array_equal(given.detach().numpy(), out)
    kept = kept and np.array_equal(target.numpy(), y)
    if loss.requires_grad:
        loss.backward()
    grad = None if given.grad is None else given.grad.numpy()
    return loss.detach().numpy(), grad, bool(kept)


@probe
def averaged(module, values):
    """Return the mean of losses that all have a graph."""
    w = torch.tensor(1.0, dtype=torch.float64, requires_grad=True)
    got = module.mean_loss([w * value for value in values])
    graph = isinstance(got, torch.Tensor) and got.requires_grad
    return type(got).__name__, bool(graph), float(got)


@probe
def predicted(module, X, mode):
    """Return predictions, those due, the mode after, and whether a graph."""
    torch.manual_seed(0)
    model = torch.nn.Sequential(
        torch.nn.Linear(X.shape[1], 8),
        torch.nn.BatchNorm1d(8),
        torch.nn.Dropout(0.5),
        torch.nn.Linear(8, 1),
    ).double()
    given = torch.tensor(X)
    model.eval()
    due = model(given).detach().numpy()[:, 0]
    model.train(mode)
    got = module.predict(model, given)
    graph, after = bool(got.requires_grad), model.training
    return got.detach().numpy(), due, after, graph


@probe
def found(module):
    return getattr(module, "FOUND", None)


def rows_of(rng, count):
    """Samples and targets: the target of a row is its first number."""
    X = rng.normal(size=(count, 3))
    return X, X[:, 0].copy()


def divided(learner, X, y, number, noise=0):
    four, kept = parts(learner, X=X, y=y, seed=number, noise=noise)
    require(len(four) == 4, f"split must return 4 tensors, not {len(four)}")
    require(kept, "split changed the tensors it was given")
    return four


@case("split keeps samples with their targets, and loses none", N=whole(5, 14))
def together(learner, rng, N):
    X, y = rows_of(rng, N)
    X_train, y_train, X_test, y_test = divided(learner, X, y, seed(rng))
    assert_equal(len(X_test), N // 5, what="the number of test samples")
    assert_equal(len(X_train), N - N // 5, what="that of training samples")
    for part, targets in ((X_train, y_train), (X_test, y_test)):
        require(
            part.shape[:1] == targets.shape
            and np.array_equal(part[:, 0], targets),
            "a sample has lost its target: the two are in different orders",
        )
    everything = np.concatenate([X_train, X_test])
    require(
        np.array_equal(np.sort(everything, axis=0), np.sort(X, axis=0)),
        "some samples come twice, and others are in neither part",
    )


@case("split draws its order from the generator alone", tries=3)
def order(learner, rng):
    X, y = rows_of(rng, 60)
    one = seed(rng)
    first, again, other = (
        np.concatenate(divided(learner, X, y, number, noise)[:3:2])
        for number, noise in ((one, 0), (one, 1), (one + 1, 0))
    )
    ranked = np.array_equal(
        first, np.concatenate([X[12:], X[:12]])
    ) or np.array_equal(first, X)
    require(not ranked, "the samples are in the order of the file")
    require(
        np.array_equal(first, again),
        "the same generator gave another order, after a draw from the global "
        "generator",
    )
    require(not np.array_equal(first, other), "two seeds gave one order")


@case(
    "standardise knows the training part alone",
    train=array("N", "D"),
    test=array("M", "D"),
    sizes={"N": (4, 7), "M": (2, 4), "D": (2, 3)},
    tries=5,
)
def by_training(learner, rng, train, test):
    scale = 10.0 ** np.arange(train.shape[1])
    train, test = train * scale + 5, (test + 1) * scale
    (one, other), kept = scaled(learner, train=train, test=test)
    due = []
    for part in (train, test):
        columns = []
        for d in range(train.shape[1]):
            mean = sum(train[:, d]) / len(train)
            spread = sum((train[:, d] - mean) ** 2) / len(train)
            columns.append((part[:, d] - mean) / spread**0.5)
        due.append(np.stack(columns, axis=1))
    assert_close(one, due[0], rtol=1e-5, atol=1e-6, what="the training part")
    assert_close(other, due[1], rtol=1e-5, atol=1e-6, what="the test part")
    require(kept, "standardise changed the tensors it was given")


@case(
    "squared_error compares each output with its own target",
    out=array("N", dtype="float32"),
    y=array("N", dtype="float32"),
    tries=6,
)
def value(learner, out, y):
    loss, _, kept = error(learner, out=out[:, None], y=y)
    require(kept, "squared_error changed its arguments in place")
    pairs = zip(out.tolist(), y.tolist(), strict=True)
    due = sum((a - b) ** 2 for a, b in pairs) / len(y)
    assert_close(
        loss, np.float32(due), rtol=1e-5, atol=1e-6, what="the squared error"
    )


@case(
    "squared_error passes its gradient on",
    out=array("N"),
    y=array("N"),
    tries=4,
)
def gradient(learner, out, y):
    _, got, _ = error(learner, out=out[:, None], y=y)
    require(got is not None, "no gradient arrives at the output: a cut graph")
    assert_close(
        got,
        (2 * (out - y) / len(y))[:, None],
        rtol=1e-5,
        atol=1e-6,
        what="the gradient for out",
    )


@case("mean_loss gives a float, without any graph", n=whole(2, 5), tries=4)
def plain(learner, rng, n):
    values = [float(v) for v in rng.uniform(1, 3, n)]
    kind, graph, got = averaged(learner, values=values)
    require(not graph, "the result holds the graph of every batch")
    require(kind == "float", f"the result is a {kind}, not a float")
    assert_close(got, sum(values) / n, rtol=1e-5, atol=1e-6)


@case(
    "predict measures in evaluation mode, and leaves the mode",
    X=array("N", "D"),
    tries=4,
)
def quiet(learner, X):
    for mode in (True, False):
        got, due, after, graph = predicted(learner, X=X, mode=mode)
        assert_close(
            got, due, rtol=1e-5, atol=1e-6, what="what predict returns"
        )
        assert_equal(after, mode, what="model.training after predict")
        require(not graph, "the predictions have a graph")


@case("FOUND names what each function had, or that it was sound")
def named(learner):
    kinds = found(learner)
    require(
        type(kinds) is dict and set(kinds) == set(PLANTED),
        "FOUND must be a dict whose keys are " + ", ".join(PLANTED),
        kinds,
    )
    for name, kind in kinds.items():
        require(
            kind in KINDS,
            f"FOUND[{name!r}] is {kind!r}, which is no kind of the task's "
            "table",
        )
    wrong = [name for name, kind in PLANTED.items() if kinds[name] != kind]
    require(
        not wrong,
        "FOUND does not say what the starter had in " + ", ".join(wrong),
    )


def seed(rng):
    return int(rng.integers(1 << 30))
