"""Checks for cnn/batchnorm2d. Oracle: the formulas on numpy arrays, channel by channel."""

import numpy as np
import torch

from tutor.harness import (
    array,
    assert_close,
    assert_module_gradients,
    case,
    normal,
    probe,
    raises,
    require,
    uniform,
)

KEYS = ["bias", "running_mean", "running_var", "weight"]
SIZES = {"N": (1, 4), "C": (1, 4), "H": (2, 4), "W": (2, 5), "O": (1, 4)}
MAPS = array("N", "C", "H", "W", of=normal(2, 1))
PER_CHANNEL = array("C", of=uniform(0.5, 2))


@probe
def run(module, batches, training, state, options):
    """Return outputs, the state afterwards, and what requires gradients."""
    import torch

    norm = module.BatchNorm2d(batches[0].shape[1], **options).double()
    if state:
        norm.load_state_dict({k: torch.tensor(v) for k, v in state.items()})
    norm.train(training)
    outputs = [norm(torch.tensor(x)).detach().numpy() for x in batches]
    after = {k: v.numpy().copy() for k, v in norm.state_dict().items()}
    return outputs, after


@probe
def anatomy(module, channels, x):
    """Return names of parameters and buffers, and whether the buffers need grads."""
    import torch

    norm = module.BatchNorm2d(channels)
    before = {k: v.tolist() for k, v in norm.state_dict().items()}
    y = norm(torch.tensor(x, dtype=torch.float32, requires_grad=True))
    needs = [
        name
        for name in ("running_mean", "running_var")
        if getattr(norm, name).requires_grad
    ]
    parameters = sorted(name for name, _ in norm.named_parameters())
    buffers = sorted(name for name, _ in norm.named_buffers())
    return parameters, buffers, before, needs, str(y.dtype)


@probe
def folded(module, weight, bias, state, eps, training):
    """Return what fold gives, as arrays."""
    import torch

    norm = module.BatchNorm2d(len(bias), eps=eps).double().train(training)
    norm.load_state_dict({k: torch.tensor(v) for k, v in state.items()})
    given = torch.tensor(weight), torch.tensor(bias)
    parts = module.fold(*given, norm)
    after = [*(v.numpy() for v in given), norm.state_dict()]
    kept = (
        np.array_equal(after[0], weight)
        and np.array_equal(after[1], bias)
        and all(np.array_equal(after[2][k].numpy(), state[k]) for k in state)
        and norm.training == training
    )
    return [part.detach().numpy() for part in parts], kept


@probe
def ready_made(module, x):
    """Return the norms of torch that run inside the module, by name."""
    from torch.utils._python_dispatch import TorchDispatchMode

    names = set()

    class Watch(TorchDispatchMode):
        def __torch_dispatch__(self, function, types, args=(), kwargs=None):
            names.add(str(function))
            return function(*args, **(kwargs or {}))

    for training in (True, False):
        norm = module.BatchNorm2d(x.shape[1]).train(training)
        with Watch():
            norm(torch.tensor(x, dtype=torch.float32))
    norms = ("batch_norm", "group_norm", "layer_norm", "instance_norm")
    return sorted({n for n in norms for name in names if n in name})


def state_of(rng, channels):
    return {
        "weight": rng.uniform(0.5, 2, channels),
        "bias": rng.normal(size=channels),
        "running_mean": rng.normal(size=channels),
        "running_var": rng.uniform(0.3, 3, channels),
    }


def normalised(x, state, eps, mean=None, var=None):
    y = np.empty_like(x)
    for c in range(x.shape[1]):
        mu = x[:, c].mean() if mean is None else mean[c]
        spread = x[:, c].var() if var is None else var[c]
        y[:, c] = (x[:, c] - mu) / np.sqrt(spread + eps)
        y[:, c] = y[:, c] * state["weight"][c] + state["bias"][c]
    return y


@case("two parameters, two buffers, and how they start")
def parts(learner, rng):
    x = rng.normal(size=(2, 3, 2, 2))
    parameters, buffers, before, needs, kind = anatomy(
        learner, channels=3, x=x
    )
    require(
        parameters == ["bias", "weight"],
        f"the parameters must be weight and bias, not {parameters}",
    )
    require(
        buffers == ["running_mean", "running_var"],
        "the buffers must be running_mean and running_var, not "
        f"{buffers}: what is not registered is neither saved nor moved",
    )
    starts = {"weight": 1, "bias": 0, "running_mean": 0, "running_var": 1}
    for name, start in starts.items():
        expected = [float(start)] * 3
        require(before[name] == expected, f"{name} must start as {expected}")
    require(
        not needs,
        "the running statistics hold on to the graph of the batch: update "
        "them without gradients",
    )
    require(kind == "torch.float32", f"float32 maps became {kind}")


@case("it is your own: no ready-made norm runs inside")
def own(learner, rng):
    found = ready_made(learner, x=rng.normal(size=(3, 2, 2, 3)))
    require(not found, f"torch's {' and '.join(found)} is not allowed here")


@case(
    "train mode: every channel gets mean 0 and variance 1, over images and pixels",
    x=MAPS,
    sizes=SIZES,
    tries=6,
)
def train_plain(learner, x):
    (got,), _ = run(
        learner, batches=[x], training=True, state=None, options={}
    )
    ones = {"weight": np.ones(x.shape[1]), "bias": np.zeros(x.shape[1])}
    assert_close(got, normalised(x, ones, 1e-5))


@case(
    "scale and shift belong to channels",
    x=array("N", "S", "S", "S", of=normal(2, 1)),
    sizes={"N": (1, 3), "S": (2, 4)},
    tries=5,
)
def scaled(learner, x, rng):
    state = state_of(rng, x.shape[1])
    (got,), _ = run(
        learner, batches=[x], training=True, state=state, options={}
    )
    assert_close(got, normalised(x, state, 1e-5))


@case(
    "eps goes under the root",
    x=MAPS,
    sizes=SIZES,
    tries=4,
)
def small_spread(learner, x, rng):
    x, state = 1e-3 * x, state_of(rng, x.shape[1])
    for eps in (1e-5, 0.1):
        (got,), _ = run(
            learner,
            batches=[x],
            training=True,
            state=state,
            options={"eps": eps},
        )
        assert_close(got, normalised(x, state, eps))


@case(
    "the running statistics follow, with the unbiased variance",
    x=MAPS,
    sizes=SIZES,
    tries=5,
)
def running(learner, x, rng):
    state = state_of(rng, x.shape[1])
    batches = [x, 3 * x - 1]
    for m in (0.1, 0.3):
        # 0.1 is the default, and stays unsaid.
        options = {} if m == 0.1 else {"momentum": m}
        _, after = run(
            learner,
            batches=batches,
            training=True,
            state=state,
            options=options,
        )
        mean, var = state["running_mean"], state["running_var"]
        for batch in batches:
            rows = batch.transpose(1, 0, 2, 3).reshape(x.shape[1], -1)
            mean = (1 - m) * mean + m * rows.mean(axis=1)
            var = (1 - m) * var + m * rows.var(axis=1, ddof=1)
        assert_close(after["running_mean"], mean, what="running_mean")
        assert_close(after["running_var"], var, what="running_var")
        assert_close(after["weight"], state["weight"], what="weight")


@case(
    "eval mode: the running statistics, unchanged",
    x=MAPS,
    sizes=SIZES,
    tries=5,
)
def evaluated(learner, x, rng):
    state = state_of(rng, x.shape[1])
    (got, again), after = run(
        learner, batches=[x, x[:1]], training=False, state=state, options={}
    )
    fixed = state["running_mean"], state["running_var"]
    assert_close(got, normalised(x, state, 1e-5, *fixed))
    assert_close(again, normalised(x[:1], state, 1e-5, *fixed))
    for name in ("running_mean", "running_var"):
        assert_close(after[name], state[name], what=f"{name} after eval mode")


@case("a single value per channel: an error in train mode, none in eval mode")
def single(learner, rng):
    x, state = rng.normal(size=(1, 3, 1, 1)), state_of(rng, 3)
    (got,), _ = run(
        learner, batches=[x], training=False, state=state, options={}
    )
    fixed = state["running_mean"], state["running_var"]
    assert_close(got, normalised(x, state, 1e-5, *fixed))
    with raises(ValueError, "when a channel has a single value in train mode"):
        run(learner, batches=[x], training=True, state=state, options={})


@case("gradients flow through mean and variance")
def gradients(learner, rng):
    x = rng.normal(size=(2, 2, 2, 3)) * np.array([1.0, 3.0])[:, None, None]
    assert_module_gradients(learner, "BatchNorm2d", (2,), x)


@case(
    "a folded convolution is the convolution and its norm",
    x=array("N", "C", 5, 4),
    w=array("O", "C", 3, 2),
    b=array("O"),
    sizes=SIZES,
    tries=4,
)
def folding(learner, x, w, b, rng):
    state = state_of(rng, len(b))
    for training in (False, True):
        parts, kept = folded(
            learner, weight=w, bias=b, state=state, eps=0.01, training=training
        )
        require(kept, "fold changed its arguments in place")
        require(len(parts) == 2, "fold must return weight and bias", parts)
        for got, like, what in zip(
            parts, (w, b), ("the weight", "the bias"), strict=True
        ):
            require(
                got.shape == like.shape,
                f"{what} of fold has shape {got.shape}, not {like.shape}",
            )
        plain = convolved(x, w, b)
        fixed = state["running_mean"], state["running_var"]
        expected = normalised(plain, state, 0.01, *fixed)
        assert_close(
            convolved(x, *parts),
            expected,
            because="The folded convolution differs from convolution and norm.",
        )


def convolved(x, w, b):
    tensors = map(torch.tensor, (x, w, b))
    return torch.nn.functional.conv2d(*tensors).numpy()
