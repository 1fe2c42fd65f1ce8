"""Checks for dbn/dbn_finetune. Oracle: numpy, unit by unit; ridge regression."""

import itertools
import math

import numpy as np

from tutor.datasets import diabetes, digits
from tutor.harness import (
    array,
    assert_close,
    built,
    case,
    labels,
    probe,
    require,
)


@probe
def anatomy(module, stack, outputs, X):
    """Return outputs, hidden values, kinds of layers and parameter facts."""
    import torch

    net = module.build_net(stack, outputs)
    x = torch.tensor(X, dtype=torch.float32)
    kinds = [type(layer).__name__ for layer in net]
    floats = all(p.dtype == torch.float32 for p in net.parameters())
    learns = all(p.requires_grad for p in net.parameters())
    with torch.no_grad():
        if not floats:
            x = x.double()
        hidden = net[: 2 * len(stack)](x).numpy()
        out = net(x).numpy()
    return kinds, floats, learns, hidden, out


def loss_probe(module, stack, outputs, X, y, head, task):
    import torch

    net = module.build_net(stack, outputs).float()
    with torch.no_grad():
        last = list(net.children())[2 * len(stack)]
        last.weight.copy_(torch.tensor(head))
    kind = torch.int64 if task == "classification" else torch.float32
    target = torch.tensor(y, dtype=kind)
    loss = module.loss_of(net, torch.tensor(X).float(), target, task)
    loss.backward()
    slopes = [p.grad is not None for p in net.parameters()]
    return float(loss.detach()), tuple(loss.shape), all(slopes)


loss_probe = probe(loss_probe)


def learn(module, stack, outputs, X, y, task, options, T):
    """Return losses, predictions for T, what moved, and whether the stack stayed."""
    import torch

    kept = [x.copy() for layer in stack for x in layer]
    net = module.build_net(stack, outputs)
    before = [p.detach().clone() for p in net.parameters()]
    kind = torch.int64 if task == "classification" else torch.float32
    width = next(net.parameters()).dtype
    inputs = torch.tensor(X).to(width)
    target = torch.tensor(y, dtype=kind)
    if task == "regression":
        target = target.to(width)
    torch.manual_seed(5)
    losses = module.fit_net(net, inputs, target, task, **options)
    calm = torch.rand(1).item()
    torch.manual_seed(5)
    calm = calm == torch.rand(1).item()
    after = list(net.parameters())
    moved = [not torch.equal(p, q) for p, q in zip(before, after, strict=True)]
    now = [x for layer in stack for x in layer]
    same = all(np.array_equal(p, q) for p, q in zip(kept, now, strict=True))
    far = max(
        float((p - q).detach().abs().max())
        for p, q in zip(before, after, strict=True)
    )
    listed = type(losses) is list
    if all(isinstance(x, (float, np.floating)) for x in losses):
        losses = np.array(losses, dtype=np.float32)
    with torch.no_grad():
        out = net(torch.tensor(T).to(width)).numpy()
    return losses, out, moved, same, calm, far > 0.005, listed


train = probe(learn)
chancy = probe(learn, chancy=True)


def squash(x):
    return 1 / (1 + np.exp(-x))


def climb(stack, X):
    for W, _, c in stack:
        X = squash(np.einsum("ni,ij->nj", X, W) + c)
    return X


def machines(*names):
    @built(*set(names))
    def draw(rng, sizes):
        chain = [sizes[x] for x in names]
        return [
            (rng.normal(size=(m, n)), rng.normal(size=m), rng.normal(size=n))
            for m, n in itertools.pairwise(chain)
        ]

    return draw


def looks(learner, stack, X):
    kinds, floats, learns, hidden, out = anatomy(
        learner, stack=stack, outputs=3, X=X
    )
    want = ["Linear", "Sigmoid"] * len(stack) + ["Linear"]
    assert_close(hidden, climb(stack, X), what="the last hidden layer")
    require(kinds == want, f"the layers are {kinds}; they should be {want}.")
    require(floats and learns, "all parameters must be float32 and trainable.")
    assert_close(
        out, np.zeros((len(X), 3)), what="the outputs before training"
    )


SIZES = {"N": (2, 4), "D": (2, 4), "A": (2, 4), "B": (2, 4)}


@case(
    "hidden layers of one size: the net starts as the stack",
    stack=machines("D", "D", "D"),
    X=array("N", "D"),
    sizes=SIZES,
    tries=3,
)
def square(learner, stack, X):
    looks(learner, stack, X)


@case(
    "the net starts as the stack, with a head of zeros",
    stack=machines("D", "A", "B"),
    X=array("N", "D"),
    sizes=SIZES,
    tries=5,
)
def start(learner, stack, X):
    looks(learner, stack, X)


@case(
    "cross-entropy from logits",
    stack=machines("D", "A"),
    X=array("N", "D"),
    head=array("C", "A"),
    y=labels("N", below="C"),
    sizes={"N": (2, 4), "D": (2, 4), "A": (2, 4), "C": (2, 4)},
    tries=5,
)
def classes(learner, stack, X, head, y):
    got, shape, slopes = loss_probe(
        learner,
        stack=stack,
        outputs=len(head),
        X=X,
        y=y,
        head=head,
        task="classification",
    )
    z = climb(stack, X) @ head.T
    each = [
        math.log(math.fsum(math.exp(t) for t in row)) - row[k]
        for row, k in zip(z, y, strict=True)
    ]
    assert_close(got, math.fsum(each) / len(each), what="the loss")
    require(shape == () and slopes, "the loss must be a scalar with a graph.")


@case(
    "squared error of the single output",
    stack=machines("D", "A"),
    X=array("N", "D"),
    head=array(1, "A"),
    y=array("N"),
    sizes=SIZES,
    tries=5,
)
def numbers(learner, stack, X, head, y):
    got, shape, slopes = loss_probe(
        learner, stack=stack, outputs=1, X=X, y=y, head=head, task="regression"
    )
    z = (climb(stack, X) @ head.T)[:, 0]
    assert_close(got, math.fsum((z - y) ** 2) / len(y), what="the loss")
    require(shape == () and slopes, "the loss must be a scalar with a graph.")


@case("every parameter is trained, and the stack stays", tries=1)
def trained(learner, rng):
    stack = [(rng.normal(size=(6, 4)), np.zeros(6), np.zeros(4))]
    X, y = rng.normal(size=(10, 6)), rng.integers(0, 3, 10)
    # One batch per epoch: the history is then the loss before each step.
    options = {"epochs": 3, "rate": 0.01, "batch": 10, "seed": 1}
    losses, _, moved, same, calm, far, listed = train(
        learner,
        stack=stack,
        outputs=3,
        X=X,
        y=y,
        task="classification",
        options=options,
        T=X,
    )
    require(
        listed and len(losses) == 3,
        "fit_net must return one number per epoch.",
    )
    assert_close(losses[0], math.log(3), what="the first loss")
    require(all(moved), "some parameters did not move at all.")
    require(
        far,
        "three steps at a rate of 0.01 moved no parameter by 0.005; Adam's "
        "first step alone moves them by the rate.",
    )
    require(same, "training changed the stack from which the net was built.")
    require(calm, "the global generator of torch was used; use your own.")


@probe(chancy=True)
def visited(module, seed):
    """Return the rows of each batch that `fit_net` gives to the net."""
    import torch

    class Spy(torch.nn.Sequential):
        def forward(self, X):
            seen.append([round(v) for v in X[:, 0].tolist()])
            return super().forward(X)

    seen = []
    X = torch.tensor([[float(row), 1.0] for row in range(11)])
    options = {"epochs": 3, "rate": 0.0, "batch": 4, "seed": seed}
    net = Spy(torch.nn.Linear(2, 1))
    module.fit_net(net, X, torch.zeros(11), "regression", **options)
    return seen


def in_new_orders(visits, again, other):
    """Fail unless three trainings of three epochs visit rows 0 to 10 in new orders."""
    flat = [row for rows in visits for row in rows]
    epochs = [flat[i : i + 11] for i in (0, 11, 22)]
    for number, rows in enumerate(epochs, start=1):
        require(
            len(rows) == 11 and sorted(rows) == list(range(11)),
            f"epoch {number} of 11 rows, in batches of 4, visited {sorted(rows)}; "
            "each row comes once, and the last batch has the rest.",
        )
    require(
        len(flat) == 33 and all(len(rows) in (3, 4) for rows in visits),
        f"the batches have {[len(rows) for rows in visits]} rows; with 11 rows "
        "and batches of 4 they have 4, 4 and 3 in each epoch.",
    )
    require(
        all(rows != list(range(11)) for rows in epochs),
        "the rows are visited in the order in which they were given.",
    )
    require(
        epochs[0] != epochs[1] != epochs[2] != epochs[0],
        "every epoch visits the rows in the same order; each needs a new one.",
    )
    require(visits == again, "the same seed gave another order of the rows.")
    require(visits != other, "another seed gave the same order of the rows.")


@case("every epoch visits all rows once, in a new order of its seed", tries=1)
def orders(learner):
    visits, again, other = (visited(learner, seed=k) for k in (3, 3, 4))
    in_new_orders(visits, again, other)


@case("the history holds the mean over the batches of an epoch", tries=1)
def history(learner, rng):
    stack = [(rng.normal(size=(3, 2)), np.zeros(3), np.zeros(2))]
    X, y = rng.normal(size=(5, 3)), np.array([5, 10, 0, 0, -20.0])
    # Without steps, batches of 1 average to the loss of the head of zeros.
    options = {"epochs": 2, "rate": 0.0, "batch": 1, "seed": 3}
    losses, *_ = chancy(
        learner,
        stack=stack,
        outputs=1,
        X=X,
        y=y,
        task="regression",
        options=options,
        T=X,
    )
    require(
        isinstance(losses, np.ndarray),
        "the history must hold plain floats: a tensor keeps its graph alive.",
    )
    # A loss of 25 would also come from the targets of the first rows alone.
    require(
        not all(np.isclose([0, 100, 400], x).any() for x in losses),
        "the history holds the loss of a single batch of the epoch.",
    )
    assert_close(losses.tolist(), [105.0, 105.0], what="the history")


def rbm(data, hidden, rng, epochs):
    """Return an RBM, by plain CD-1."""
    W = rng.normal(0, 0.01, (data.shape[1], hidden))
    m = data.mean(axis=0).clip(0.01, 0.99)
    b, c = np.log(m / (1 - m)), np.zeros(hidden)
    for _ in range(epochs):
        for rows in np.array_split(
            rng.permutation(len(data)), len(data) // 20
        ):
            v = data[rows]
            p = squash(v @ W + c)
            back = squash((rng.random(p.shape) < p) @ W.T + b)
            q = squash(back @ W + c)
            W += 0.2 * (v.T @ p - back.T @ q) / len(v)
            b += 0.2 * (v - back).mean(axis=0)
            c += 0.2 * (p - q).mean(axis=0)
    return W, b, c


def pretrained(data, sizes, rng, epochs):
    stack = []
    for size in sizes:
        stack.append(rbm(climb(stack, data), size, rng, epochs))
    return stack


@case("300 digits are learned", tries=1)
def digits_learned(learner, rng, report):
    data = digits()
    X, y = data.images[:300].reshape(-1, 64) / 16, data.labels[:300]
    stack = pretrained(X, (40,), rng, 8)
    options = {"epochs": 40, "rate": 0.01, "batch": 32}
    options["seed"] = int(rng.integers(1000))
    _, out, *_ = chancy(
        learner,
        stack=stack,
        outputs=10,
        X=X,
        y=y,
        task="classification",
        options=options,
        T=X,
    )
    right = float((out.argmax(axis=1) == y).mean())
    report.at_least("share of 300 digits read right", right, 0.95)


@case("diabetes: nearly as good as ridge regression", tries=1)
def progression(learner, rng, report):
    data = diabetes()
    order = rng.permutation(442)
    test, known = order[:110], order[110:]
    low, high = np.percentile(data.features[known], [2, 98], axis=0)
    X = ((data.features - low) / (high - low)).clip(0, 1)
    y = data.target - data.target[known].mean()
    y = y / y[known].std()
    stack = pretrained(X[known], (20, 10), rng, 20)
    options = {"epochs": 60, "rate": 0.01, "batch": 32}
    options["seed"] = int(rng.integers(1000))
    _, out, *_ = chancy(
        learner,
        stack=stack,
        outputs=1,
        X=X[known],
        y=y[known],
        task="regression",
        options=options,
        T=X[test],
    )
    require(out.shape == (110, 1), "the net must have one output.")
    A = np.c_[X, np.ones(442)]
    ridge = np.linalg.solve(
        A[known].T @ A[known] + 0.1 * np.eye(11), A[known].T @ y[known]
    )

    def r2(guess):
        return float(1 - ((guess - y[test]) ** 2).mean() / y[test].var())

    report.beats("R²", r2(out[:, 0]), r2(A[test] @ ridge), by=-0.1)
