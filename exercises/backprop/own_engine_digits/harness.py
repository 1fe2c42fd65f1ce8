"""Checks for backprop/own_engine_digits. Oracles: torch, and labels unseen."""

from itertools import pairwise

import numpy as np
import torch

from tutor.datasets import digits
from tutor.harness import (
    CheckFailed,
    assert_close,
    assert_shape,
    assert_untouched,
    case,
    probe,
    require,
)

DATA = digits()
IMAGES, LABELS = DATA.images.reshape(-1, 64), DATA.labels
HALF = len(LABELS) // 2
FEW = 300
CHANCE = np.log(10)


@probe
def first_params(module, sizes, seed):
    """Return what initialise gives, with its tensors taken apart."""
    from tutor.yours import Tensor

    params = module.initialise(sizes, np.random.default_rng(seed))
    if type(params) not in (list, tuple):
        return type(params).__name__
    parts = []
    for layer in params:
        if type(layer) not in (list, tuple) or len(layer) != 2:
            return "a list whose entries are not pairs (W, b)"
        for tensor in layer:
            if not isinstance(tensor, Tensor):
                kind = type(tensor).__name__
                return f"pairs that hold not Tensors but a {kind}"
        parts.append([(t.data, bool(t.requires_grad)) for t in layer])
    return parts


@probe
def loss_and_grads(module, params, X, y):
    """Return the learner's loss of these weights, and all gradients of it."""
    from tutor.yours import Tensor

    layers = [
        (Tensor(W, requires_grad=True), Tensor(b, requires_grad=True))
        for W, b in params
    ]
    value = module.loss(layers, X, y)
    if not isinstance(value, Tensor):
        raise TypeError(
            f"loss must return a Tensor, not a {type(value).__name__}"
        )
    if np.shape(value.data) == ():
        value.backward()
    return np.asarray(value.data), [
        t.grad if t.grad is None else np.asarray(t.grad)
        for layer in layers
        for t in layer
    ]


@probe
def backward_calls(module, X, y, seed):
    """Return how often training calls backward of the learner's engine."""
    from tutor.yours import Tensor

    calls, backward = [], Tensor.backward

    def counted(self, *args, **kwargs):
        calls.append(1)
        return backward(self, *args, **kwargs)

    Tensor.backward = counted
    try:
        module.train(X, y, seed)
    finally:
        Tensor.backward = backward
    return len(calls)


def in_torch(arrays, X, y):
    """Return loss and gradients by torch, in float64."""
    params = [
        torch.tensor(a, requires_grad=True) for pair in arrays for a in pair
    ]
    a = torch.tensor(X)
    for number in range(0, len(params), 2):
        a = torch.relu(a) if number else a
        a = a @ params[number] + params[number + 1]
    value = torch.nn.functional.cross_entropy(a, torch.tensor(y))
    value.backward()
    return value.detach().numpy(), [p.grad.numpy() for p in params]


def as_in_torch(learner, arrays, X, y, gradients=True):
    value, grads = loss_and_grads(learner, params=arrays, X=X, y=y)
    expected, slopes = in_torch(arrays, X, y)
    assert_close(value, expected, what="loss(params, X, y).data")
    if not gradients:
        return
    for number, (got, exact) in enumerate(zip(grads, slopes, strict=True)):
        name = f"the gradient of {'Wb'[number % 2]} of layer {number // 2 + 1}"
        require(
            got is not None,
            f"{name} is None after loss(params, X, y).backward(). Does every "
            "step from the parameters to the loss stay a Tensor?",
        )
        # An entry is held against the largest of its array.
        atol = max(1e-6 * float(np.abs(exact).max()), 1e-12)
        assert_close(got, exact, atol=atol, what=name)


def drawn(rng, sizes, scale=1.0):
    """Return random weights of these sizes, biases not zero."""
    return [
        (rng.normal(0, scale, shape), rng.normal(0, scale, shape[1]))
        for shape in pairwise(sizes)
    ]


@case("initialise gives tensors with gradients, and no two units start alike")
def start(learner, rng):
    for sizes in ((64, 32, 10), (5, 7, 4, 3)):
        for W, b in parameters(learner, sizes, rng)[:-1]:
            kinds = np.unique(np.vstack([W, b]).round(12), axis=1).shape[1]
            require(
                kinds == W.shape[1],
                f"the {W.shape[1]} hidden units of a layer start as only "
                f"{kinds} different ones. Units that start alike get the same "
                "gradient and stay alike",
                got=W,
            )


@case("loss is the mean cross-entropy of a network with ReLU between layers")
def loss_value(learner, rng):
    for sizes in ((3, 4), (2, 5, 3), (4, 3, 5, 2)):
        for count in (1, 6):
            X = rng.normal(size=(count, sizes[0]))
            y = rng.integers(0, sizes[-1], count)
            as_in_torch(learner, drawn(rng, sizes), X, y, gradients=False)


@case("its gradients are those of torch")
def gradients(learner, rng):
    for sizes in ((3, 4), (2, 5, 3), (4, 3, 5, 2)):
        X = rng.normal(size=(6, sizes[0]))
        y = rng.integers(0, sizes[-1], 6)
        as_in_torch(learner, drawn(rng, sizes), X, y)


@case("scores of a thousand neither overflow nor end learning")
def large(learner, rng):
    X = rng.normal(size=(5, 3))
    y = rng.integers(0, 4, 5)
    as_in_torch(learner, drawn(rng, (3, 4), 1000.0), X, y)


@case("the first batch of digits: a loss near log 10, and torch's gradients")
def first_batch(learner, rng):
    params = parameters(learner, (64, 128, 10), rng)
    batch = rng.permutation(len(LABELS))[:32]
    X, y = IMAGES[batch] / 16, LABELS[batch]
    as_in_torch(learner, params, X, y)
    found = float(in_torch(params, IMAGES / 16, LABELS)[0])
    require(
        found < CHANCE + 1,
        "with the weights of initialise and pixels between 0 and 1, the loss "
        f"is {found:.3g}, and log 10 is {CHANCE:.3g}. The network is sure of "
        "its answers before it has seen any: its first weights are too large",
    )


@case(f"{FEW} images can be learned, on your engine")
def few(learner, rng):
    X, y = IMAGES[:FEW], LABELS[:FEW]
    require(
        backward_calls(learner, X[:100], y[:100], seed(rng)) > 0,
        "train never called backward of your Tensor. Every gradient is to "
        "come from there",
    )
    model = learner.train(X, y, seed(rng))
    z = logits_of(learner, model, X)
    accuracy = share_right(z, y)
    require(
        np.isfinite(z).all(),
        "the scores hold inf or NaN: the weights ran away. Are the steps too "
        "large, do they lead uphill, and is each batch's gradient cleared "
        "before the next?",
    )
    require(
        accuracy > 0.3,
        f"after training, {accuracy:.0%} of the same images are read right, "
        "hardly more than by guessing. Does each image keep its label, do the "
        "steps reach the tensors that loss uses, and do they lead downhill?",
    )
    require(
        accuracy > 0.95,
        f"only {accuracy:.1%} of the images it was trained on are read right. "
        "Is each batch's gradient cleared before the next, and are there "
        "enough epochs?",
    )


@case("training and scoring leave images and labels as they were")
def untouched(learner, rng):
    model = learner.train(IMAGES[:100], LABELS[:100], seed(rng))
    assert_untouched(learner)
    learner.scores(model, IMAGES[:100])
    assert_untouched(learner)


@case("the same seed gives the same network, another seed another one")
def seeds(learner, rng):
    X, y, one = IMAGES[:100], LABELS[:100], seed(rng)
    first, again, other = (
        logits_of(learner, learner.train(X, y, number), X)
        for number in (one, one, one + 1)
    )
    assert_close(
        again,
        first,
        because="Two runs with one seed differ. Draw every random number from "
        "one generator made from that seed.",
    )
    require(
        np.abs(other - first).max() > 1e-3,
        "two seeds gave the same network. Three runs of it are then one run, "
        "and say nothing about luck",
    )


@case("the scores of an image depend on that image alone")
def alone(learner, rng):
    model = learner.train(IMAGES[:100], LABELS[:100], seed(rng))
    X = IMAGES[HALF : HALF + 20]
    together = logits_of(learner, model, X)
    for i in range(3):
        assert_close(
            logits_of(learner, model, X[i : i + 1])[0],
            together[i],
            because=f"Image {i} scores differently alone than among 20. Scale "
            "it by the numbers of the training images.",
        )


@case("a fifth drawn at random: 95 % read right, no fewer than by one layer")
def gate(learner, rng, report):
    right, lead = [], []
    for run in (1, 2, 3):
        order = rng.permutation(len(LABELS))
        test, train = np.split(order, [len(order) // 5])
        model = learner.train(IMAGES[train], LABELS[train], seed(rng))
        right.append(accuracy_on(test, learner, model))
        lead.append(right[-1] - logistic(train, test))
        report.metric(f"held-out accuracy, run {run}", right[-1])
    report.at_least("held-out accuracy", np.median(right), 0.95)
    report.at_least("lead over logistic regression", np.median(lead), 0.0)
    model = learner.train(IMAGES[:HALF], LABELS[:HALF], seed(rng))
    new = accuracy_on(slice(HALF, None), learner, model)
    report.metric("hands it has never seen", new)


def seed(rng):
    return int(rng.integers(1 << 31))


def parameters(learner, sizes, rng):
    """Return the arrays of the learner's initialise, their form checked."""
    params = first_params(learner, sizes, seed(rng))
    layers = len(sizes) - 1
    if type(params) is str or len(params) != layers:
        given = params if type(params) is str else f"{len(params)} pairs"
        raise CheckFailed(
            f"initialise({sizes}) must return a list of {layers} pairs (W, b) "
            f"of Tensors, but it gave {given}"
        )
    for i, ((W, on_W), (b, on_b)) in enumerate(params):
        assert_shape(W, sizes[i : i + 2], f"W of layer {i + 1}")
        assert_shape(b, sizes[i + 1 : i + 2], f"b of layer {i + 1}")
        for name, on in (("W", on_W), ("b", on_b)):
            require(
                on,
                f"{name} of layer {i + 1} does not require a gradient, so "
                "it would never learn",
            )
    return [(W, b) for (W, _), (b, _) in params]


def logits_of(learner, model, X):
    z = learner.scores(model, X)
    assert_shape(z, (len(X), 10), "what scores returns")
    return z


def share_right(z, y):
    return float(np.mean(z.argmax(axis=1) == y))


def accuracy_on(part, learner, model):
    return share_right(logits_of(learner, model, IMAGES[part]), LABELS[part])


def logistic(train, test):
    """Return the held-out accuracy of one layer, by 100 full-batch steps."""
    X, truth = np.c_[IMAGES / 16, np.ones(len(LABELS))], np.eye(10)[LABELS]
    W, speed = np.zeros((65, 10)), 0.0
    for _ in range(100):
        e = np.exp(X[train] @ W - (X[train] @ W).max(axis=1, keepdims=True))
        p = e / e.sum(axis=1, keepdims=True)
        speed = 0.9 * speed - X[train].T @ (p - truth[train]) / len(p)
        W = W + speed
    return share_right(X[test] @ W, LABELS[test])
