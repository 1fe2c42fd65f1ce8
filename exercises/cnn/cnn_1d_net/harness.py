"""Checks for cnn/cnn_1d_net. Oracle: what any such network must do, and its training."""

import numpy as np

from tutor.datasets.mnist1d import mnist1d
from tutor.harness import (
    assert_close,
    assert_contract,
    case,
    probe,
    require,
)

DATA = mnist1d()
LIMIT = 60_000


@probe
def logits(module, batches, training):
    """Return the logits of one model for each batch, and the last one after."""
    import torch

    torch.manual_seed(0)
    model = module.make_model().train(training)
    tensors = [torch.tensor(x, dtype=torch.float32) for x in batches]
    with torch.no_grad():
        found = [model(x) for x in tensors]
    kinds = [str(y.dtype) for y in found]
    return [y.numpy() for y in found], kinds, tensors[-1].numpy()


@probe
def anatomy(module, x):
    """Return the number of parameters, those without a gradient, and the layers."""
    import torch

    torch.manual_seed(0)
    model, other = module.make_model(), module.make_model()
    convolutions = []

    def note(layer, given, _):
        convolutions.append((layer.kernel_size[0], given[0].shape[-1]))

    for layer in model.modules():
        if isinstance(layer, torch.nn.Conv1d):
            layer.register_forward_hook(note)
    known, hidden = set(model.modules()), set()

    def overlooked(layer, *_):
        if layer not in known and any(True for _ in layer.parameters()):
            hidden.add(type(layer).__name__)

    handle = torch.nn.modules.module.register_module_forward_hook(overlooked)
    y = model(torch.tensor(x, dtype=torch.float32))
    handle.remove()
    (y * torch.linspace(-1, 2, y.numel()).reshape(y.shape)).sum().backward()
    parameters = dict(model.named_parameters())
    idle = [name for name, p in parameters.items() if p.grad is None]
    shared = any(
        p is q for p in model.parameters() for q in other.parameters()
    )
    total = sum(p.numel() for p in parameters.values())
    return total, idle, convolutions, shared, sorted(hidden)


@probe
def train(module, x, y, batch, epochs, new):
    """Train; return the last loss, first, and the guesses for new signals."""
    import torch

    torch.manual_seed(1)
    torch.set_num_threads(1)
    model = module.make_model().train()
    inputs = torch.tensor(x, dtype=torch.float32)
    truth = torch.tensor(y)
    optimiser = torch.optim.AdamW(model.parameters(), lr=0.01)
    loss_of = torch.nn.functional.cross_entropy
    for _ in range(epochs):
        for part in torch.randperm(len(inputs)).split(batch):
            loss = loss_of(model(inputs[part]), truth[part])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
    with torch.no_grad():
        last = float(loss_of(model(inputs), truth))
        model.eval()
        guess = model(torch.tensor(new, dtype=torch.float32)).argmax(dim=1)
    return last, guess.numpy()


def signals(count, rng):
    return DATA.train[rng.integers(0, len(DATA.train), count)]


@case("a batch of signals gives ten logits each")
def shape(learner, rng):
    for count, training in ((7, True), (2, True), (10, False), (1, False)):
        x = signals(count, rng)
        (got,), _, after = logits(learner, batches=[x], training=training)
        mode = "train" if training else "eval"
        what = f"the output for {count} signals in {mode} mode"
        assert_contract(got, (count, 10), "float32", what=what)
        assert_close(
            after, x.astype("float32"), what="the input after the call"
        )


@case("the parameters: all found, all used, fewer than 60,000")
def budget(learner, rng):
    total, idle, _, shared, hidden = anatomy(learner, x=signals(6, rng))
    require(
        0 < total < LIMIT,
        f"model.parameters() holds {total:,} numbers; it has to be from 1 to "
        f"{LIMIT - 1:,}",
    )
    require(
        not hidden,
        f"{' and '.join(hidden)} runs in the model, and model.parameters() "
        "does not find its parameters: a plain list hides its layers",
    )
    require(not idle, f"no gradient reaches {', '.join(idle)}")
    require(not shared, "two calls gave models that share parameters")


@case("two convolutions slide along the signal")
def sliding(learner, rng):
    _, _, convolutions, _, _ = anatomy(learner, x=signals(6, rng))
    good = [
        1 for kernel, places in convolutions if kernel >= 3 and places >= 10
    ]
    require(
        len(good) >= 2,
        "at least two nn.Conv1d with kernels of 3 or more must see 10 places "
        f"or more; (kernel, places) are {convolutions}",
    )


@case("the logits are no probabilities, and may be negative")
def raw(learner, rng):
    x = 3 * signals(50, rng)
    (got,), _, _ = logits(learner, batches=[x], training=False)
    sums = got.sum(axis=1)
    require(
        np.abs(sums - 1).max() > 1e-3,
        "the outputs of every signal add up to 1: they are probabilities. "
        "The loss applies softmax itself",
    )
    require(
        np.abs(np.log(np.exp(got.astype(float)).sum(axis=1))).max() > 1e-3,
        "the outputs are logarithms of probabilities: there is a log-softmax "
        "at the end. The loss applies it itself",
    )
    require(
        (got < 0).any(),
        "none of 500 logits is negative. A ReLU behind the last layer takes "
        "half of the answers away",
    )


@case("what it computes is not linear")
def bent(learner, rng):
    x = 3 * signals(8, rng)
    parts = [x, -x, 0 * x]
    (plus, minus, zero), _, _ = logits(learner, batches=parts, training=False)
    bend = np.abs(plus + minus - 2 * zero).max()
    require(
        bend > 1e-3 * np.abs(plus - minus).max(),
        "f(x) + f(-x) = 2 f(0): without non-linearities all layers together "
        "are one linear layer",
    )


@case("every place of the signal can change the logits")
def everywhere(learner, rng):
    x = signals(1, rng)
    batches = [x] + [x + 5 * np.eye(40)[[k]] for k in range(40)]
    found, _, _ = logits(learner, batches=batches, training=False)
    deaf = [
        k for k in range(40) if np.abs(found[k + 1] - found[0]).max() < 1e-6
    ]
    require(not deaf, f"changes at the places {deaf} do not reach the logits")


@case("in eval mode every signal is judged alone, and twice alike")
def alone(learner, rng):
    x = signals(9, rng)
    batches = [x, x, x[:1], 4 * x[:5]]
    (first, again, one, _), _, _ = logits(
        learner, batches=batches, training=False
    )
    assert_close(
        again,
        first,
        because="Asked twice in eval mode, it answers differently.",
    )
    assert_close(
        one,
        first[:1],
        because="A signal alone gets other logits than among others.",
    )


@case("60 steps learn 20 signals by heart")
def by_heart(learner):
    x, y = DATA.train[:20], DATA.train_labels[:20]
    loss, _ = train(learner, x=x, y=y, batch=20, epochs=60, new=x)
    require(
        loss < 0.1,
        f"after 60 steps on 20 signals the cross-entropy is {loss:.3g}, and "
        "should be below 0.1",
    )


@case("a short training reads half of the new signals")
def short(learner):
    x, y = DATA.train[:1000], DATA.train_labels[:1000]
    _, guess = train(
        learner, x=x, y=y, batch=50, epochs=5, new=DATA.test[:500]
    )
    share = float((guess == DATA.test_labels[:500]).mean())
    require(
        share >= 0.5,
        f"after 5 epochs on 1,000 signals it reads {share:.1%} of 500 new ones",
    )
