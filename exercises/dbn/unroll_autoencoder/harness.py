"""Checks for dbn/unroll_autoencoder. Oracle: numpy with einsum; principal components."""

import itertools

import numpy as np

from tutor.datasets import digits
from tutor.harness import array, assert_close, built, case, probe, require


@probe
def anatomy(module, stack, X, Z):
    """Return codes, decodings, reconstructions and parameter facts."""
    import torch

    model = module.Unrolled(stack)
    floats = all(p.dtype == torch.float32 for p in model.parameters())
    kind = next(iter(model.parameters())).dtype
    x, z = torch.tensor(X).to(kind), torch.tensor(Z).to(kind)
    with torch.no_grad():
        many = [model.encode(x) for _ in range(20)]
        found = [many[0], model.decode(z), model(x)]
    # What is drawn says nothing that could be compared.
    calm = all(torch.equal(many[0], again) for again in many)
    return [f.numpy() for f in found] if calm else None, floats


@probe(chancy=True)
def train(module, stack, X, options):
    """Return losses, reconstructions, and what moved, in all and in each half."""
    import torch

    kept = [x.copy() for layer in stack for x in layer]
    model = module.Unrolled(stack)
    kind = next(iter(model.parameters())).dtype
    x = torch.tensor(X).to(kind)
    before = [p.detach().clone() for p in model.parameters()]
    z = torch.eye(len(stack[-1][2]), dtype=kind)
    with torch.no_grad():
        starts = [model.encode(x), model.decode(z)]
    torch.manual_seed(5)
    losses = module.fit_codes(model, x, **options)
    calm = torch.rand(1).item()
    torch.manual_seed(5)
    calm = calm == torch.rand(1).item()
    after = list(model.parameters())
    moved = [not torch.equal(p, q) for p, q in zip(before, after, strict=True)]
    now = [v for layer in stack for v in layer]
    same = all(np.array_equal(p, q) for p, q in zip(kept, now, strict=True))
    count = sum(p.numel() for p in model.parameters())
    far = max(
        float((p - q).detach().abs().max())
        for p, q in zip(before, after, strict=True)
    )
    with torch.no_grad():
        out = model(x).double().numpy()
        halves = [model.encode(x), model.decode(z)]
        halves = [
            not torch.equal(p, q) for p, q in zip(starts, halves, strict=True)
        ]
    return losses, out, moved, same, calm, count, halves, far


@probe(chancy=True)
def weights(module, stack, X, options):
    """Return the weights of both halves after training, found from outside."""
    import torch

    model = module.Unrolled(stack)
    kind = next(iter(model.parameters())).dtype
    module.fit_codes(model, torch.tensor(X).to(kind), **options)
    W = stack[0][0]
    D, H = W.shape
    x, z = torch.eye(D, dtype=kind), torch.eye(H, dtype=kind)
    with torch.no_grad():
        up = model.encode(x) - model.encode(torch.zeros_like(x))
        down = model.decode(z).logit() - model.decode(0 * z).logit()
    return up.double().numpy(), down.double().numpy()


def squash(x):
    return 1 / (1 + np.exp(-x))


def rise(stack, X):
    for level, (W, _, c) in enumerate(stack):
        X = np.einsum("ni,ij->nj", X, W) + c
        if level < len(stack) - 1:
            X = squash(X)
    return X


def fall(stack, Z):
    for W, b, _ in stack[::-1]:
        Z = squash(np.einsum("nj,ij->ni", Z, W) + b)
    return Z


def machines(*names):
    @built(*set(names))
    def draw(rng, sizes):
        chain = [sizes[x] for x in names]
        return [
            (rng.normal(size=(m, n)), rng.normal(size=m), rng.normal(size=n))
            for m, n in itertools.pairwise(chain)
        ]

    return draw


def looks(learner, rng, stack, X):
    Z = rng.normal(size=(len(X), len(stack[-1][2])))
    found, floats = anatomy(learner, stack=stack, X=X, Z=Z)
    require(found is not None, "the same rows get other codes each time.")
    codes = rise(stack, X)
    assert_close(found[0], codes, what="the codes")
    assert_close(found[1], fall(stack, Z), what="what decode makes of codes")
    assert_close(found[2], fall(stack, codes), what="the reconstructions")
    require(floats, "all parameters must be float32.")


SIZES = {"N": (2, 4), "D": (2, 4), "A": (2, 4), "B": (2, 4)}


@case(
    "layers of one size: up, and upside down",
    stack=machines("D", "D", "D"),
    X=array("N", "D"),
    sizes=SIZES,
    tries=4,
)
def square(learner, rng, stack, X):
    looks(learner, rng, stack, X)


@case(
    "layers of different sizes",
    stack=machines("D", "A", "B"),
    X=array("N", "D"),
    sizes=SIZES,
    tries=4,
)
def different(learner, rng, stack, X):
    looks(learner, rng, stack, X)


@case("both halves are trained, each with its own numbers", tries=1)
def trained(learner, rng):
    stack = [(rng.normal(size=(5, 3)), np.zeros(5), np.zeros(3))]
    options = {"epochs": 20, "rate": 0.01, "batch": 10, "seed": 1}
    up, down = weights(
        learner, stack=stack, X=rng.random((10, 5)), options=options
    )
    require(
        np.abs(up - down.T).max() > 1e-4,
        "after training the decoder's weights are still the transposes of "
        "the encoder's.",
    )
    stack = [
        (rng.normal(size=(6, 4)), np.zeros(6), np.zeros(4)),
        (rng.normal(size=(4, 2)), np.zeros(4), np.zeros(2)),
    ]
    X = rng.random((10, 6))
    options = {"epochs": 2, "rate": 0.01, "batch": 10, "seed": 1}
    losses, _, moved, same, calm, count, halves, far = train(
        learner, stack=stack, X=X, options=options
    )
    require(
        type(losses) is list and len(losses) == 2,
        "fit_codes must return one number per epoch.",
    )
    back = fall(stack, rise(stack, X))
    first = float(((back - X) ** 2).mean())
    entropy = -float((X * np.log(back) + (1 - X) * np.log(1 - back)).mean())
    for value, words in (
        (6 * first, "summed over the entries of a row"),
        (60 * first, "summed over the batch"),
        (entropy, "a cross-entropy"),
    ):
        require(
            abs(float(losses[0]) - value) > 1e-4 * value,
            f"the loss is {words}, not the mean squared error.",
        )
    assert_close(losses[0], first, what="the first loss")
    require(
        count == 2 * (24 + 8) + 6 + 4 + 4 + 2,
        f"the model has {count} numbers to train; encoder and decoder "
        "together have 80.",
    )
    for half, changes in zip(("encoder", "decoder"), halves, strict=True):
        require(changes, f"the {half} is as it was before training.")
    require(all(moved), "some parameters did not move at all.")
    require(
        far > 0.5 * 0.01,
        f"two steps at a rate of 0.01 moved no parameter by more than {far:.3g}; "
        "Adam's first step alone moves them by the rate.",
    )
    require(same, "training changed the stack it started from.")
    require(calm, "the global generator of torch was used; use your own.")


@probe(chancy=True)
def visited(module, seed):
    """Return the rows of each batch that `fit_codes` gives to the model."""
    import torch

    class Spy(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.scale = torch.nn.Parameter(torch.ones(2))

        def encode(self, X):
            seen.append([round(v) for v in X[:, 0].tolist()])
            return X * self.scale

        def decode(self, Z):
            return Z * self.scale

        def forward(self, X):
            return self.decode(self.encode(X))

    seen = []
    X = torch.tensor([[float(row), 1.0] for row in range(11)])
    options = {"epochs": 3, "rate": 0.0, "batch": 4, "seed": seed}
    module.fit_codes(Spy(), X, **options)
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
    stack = [(np.zeros((3, 1)), np.zeros(3), np.zeros(1))]
    X = np.array([[0.5] * 3, [1.0] * 3, [0.75] * 3])
    # Every reconstruction is 0.5.
    costs = [0.0, 0.25, 0.0625]
    options = {"epochs": 2, "rate": 0.0, "batch": 1, "seed": 3}
    losses, *_ = train(learner, stack=stack, X=X, options=options)
    require(
        all(isinstance(value, (float, np.floating)) for value in losses),
        "the history must hold plain floats: a tensor keeps its graph alive.",
    )
    require(
        not all(np.isclose(costs, x, atol=1e-6).any() for x in losses),
        "the history holds the loss of a single batch of the epoch.",
    )
    mean = sum(costs) / 3
    assert_close(losses, [mean, mean], what="the history")


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


@case("two numbers per digit, better than two principal components", tries=1)
def codes(learner, rng, report):
    X = digits().images[:400].reshape(-1, 64) / 16
    stack, data = [], X
    for size in (40, 2):
        stack.append(rbm(data, size, rng, 10))
        data = squash(data @ stack[-1][0] + stack[-1][2])
    options = {"epochs": 60, "rate": 0.01, "batch": 40}
    options["seed"] = int(rng.integers(1000))
    _, out, *_ = train(learner, stack=stack, X=X, options=options)
    require(out.shape == X.shape, "reconstructions must have the shape of X.")
    error = float(((out - X) ** 2).sum(axis=1).mean())
    centred = X - X.mean(axis=0)
    share = np.linalg.svd(centred, compute_uv=False) ** 2
    plain = float(share[2:].sum() / len(X))
    report.metric("error per image, two principal components", plain)
    report.at_most("error per image, share of theirs", error / plain, 0.9)
