"""Checks for rnn/truncated_bptt: what a spying LSTM is shown, and the weights after.

Oracle for the weights: the same chunks, each from a state written down as numbers.
"""

from itertools import pairwise

import numpy as np
import torch

from tutor.harness import (
    assert_close,
    built,
    case,
    probe,
    require,
)

SIZES = {"N": (2, 3), "K": (2, 4)}
UNITS = 3


@probe
def trained(module, X, Y, fresh, K):
    """Train a spying LSTM; return losses, calls, weights after."""
    import torch

    torch.manual_seed(0)
    layer = torch.nn.LSTM(2, 3, batch_first=True).double()
    calls = []

    class Spy(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.layer = layer

        def forward(self, x, state):
            given = None
            if state is not None:
                given = [
                    (s.detach().numpy().copy(), s.requires_grad) for s in state
                ]
            out, new = self.layer(x, state)
            calls.append(
                (
                    x.detach().numpy().copy(),
                    given,
                    [s.detach().numpy().copy() for s in new],
                )
            )
            return out, new

    model = Spy()
    optimiser = torch.optim.SGD(model.parameters(), lr=0.2)
    losses = module.train_stream(
        model,
        lambda out, y: (out * (out - y)).mean(),
        optimiser,
        torch.tensor(X),
        torch.tensor(Y),
        torch.tensor(fresh),
        K,
    )
    if type(losses) is not list:
        return type(losses).__name__, calls, []
    kinds = [type(value).__name__ for value in losses]
    if set(kinds) - {"float", "float64"}:
        return f"list of {kinds[0]}", calls, []
    weights = [p.detach().numpy().copy() for p in layer.parameters()]
    return [float(v) for v in losses], calls, weights


@built("N", "K")
def stream(rng, sizes):
    """Return X, Y, fresh and K, for four chunks, the last one mostly short."""
    N, K = sizes["N"], sizes["K"]
    T = 3 * K + int(rng.choice([1, K]))
    fresh = np.zeros((N, 4), dtype=bool)
    fresh[:, 0] = True
    return (
        rng.normal(size=(N, T, 2)),
        rng.uniform(-1, 1, (N, T, UNITS)),
        fresh,
        K,
    )


def begins_anew(fresh, rng):
    """Return `fresh` with some lanes that begin later, never all at once."""
    changed = fresh.copy()
    changed[0, 1] = True
    changed[-1, 2] = True
    return changed


def expected(X, Y, fresh, K):
    """Return losses and weights; every chunk starts from plain numbers."""
    torch.manual_seed(0)
    layer = torch.nn.LSTM(2, UNITS, batch_first=True).double()
    params = list(layer.parameters())
    h, c = np.zeros((2, 1, len(X), UNITS))
    losses = []
    for k, a in enumerate(range(0, X.shape[1], K)):
        h[:, fresh[:, k]] = 0
        c[:, fresh[:, k]] = 0
        out, after = layer(
            torch.tensor(X[:, a : a + K]), (torch.tensor(h), torch.tensor(c))
        )
        value = (out * (out - torch.tensor(Y[:, a : a + K]))).mean()
        slopes = torch.autograd.grad(value, params)
        with torch.no_grad():
            for p, slope in zip(params, slopes, strict=True):
                p -= 0.2 * slope
        h, c = (s.detach().numpy().copy() for s in after)
        losses.append(float(value.detach()))
    return losses, [p.detach().numpy() for p in params]


def run(learner, X, Y, fresh, K):
    losses, calls, weights = trained(learner, X=X, Y=Y, fresh=fresh, K=K)
    require(
        type(losses) is not str,
        f"it must return a list of floats, not a {losses}: a tensor keeps "
        "the graph of its chunk.",
    )
    return losses, calls, weights


@probe
def attached(module, X, K):
    """Return which parts of each given state hang on a graph.

    The model only adds, so that little is lost when a graph is walked twice.
    """
    import torch

    w = torch.nn.Parameter(torch.zeros((), dtype=torch.float64))
    given = []

    def model(x, state):
        if state is None:
            state = tuple(torch.zeros(2, 1, len(x), 1, dtype=torch.float64))
        else:
            given.append([bool(s.requires_grad) for s in state])
        out = x + w + state[0].transpose(0, 1) + state[1].transpose(0, 1)
        return out, tuple(s + w for s in state)

    stream = torch.tensor(X)
    fresh = torch.zeros(len(X), -(-X.shape[1] // K), dtype=torch.bool)
    optimiser = torch.optim.SGD([w], lr=0.0)
    try:
        module.train_stream(
            model,
            lambda out, y: (out + y).sum(),
            optimiser,
            stream,
            stream,
            fresh,
            K,
        )
    except RuntimeError:
        # Walking a graph twice; what hangs on it was seen before.
        if not any(any(parts) for parts in given):
            raise
    return given


@case(
    "no gradient crosses the edge of a chunk",
    stream=stream,
    sizes=SIZES,
    tries=2,
)
def cut(learner, stream):
    X, _, _, K = stream
    for parts in attached(learner, X=X[:, :, :1], K=K):
        for part, hangs in enumerate(parts):
            require(
                not hangs,
                f"part {part} of the state still hangs on the graph of the "
                "chunk before.",
            )


@case(
    "the model sees each chunk once, in order, the short one too",
    stream=stream,
    sizes=SIZES,
    tries=3,
)
def chunks(learner, stream):
    X, _, _, K = stream
    _, calls, _ = run(learner, *stream)
    seen = [call[0] for call in calls]
    pieces = [X[:, a : a + K] for a in range(0, X.shape[1], K)]
    require(
        len(seen) == len(pieces),
        f"the model was called {len(seen)} times for {len(pieces)} chunks.",
    )
    for one, other in zip(seen, pieces, strict=True):
        assert_close(one, other, what="what the model was given")


@case(
    "each chunk starts from the values with which the one before ended",
    stream=stream,
    sizes=SIZES,
    tries=2,
)
def carried(learner, stream):
    _, calls, _ = run(learner, *stream)
    for (_, _, after), (_, given, _) in pairwise(calls):
        require(
            given is not None, "a later chunk was started without a state."
        )
        for one, other in zip(given, after, strict=True):
            assert_close(
                one[0], other, what="the state at the start of a chunk"
            )


@case(
    "a lane that begins a new document starts from zeros, and it alone",
    stream=stream,
    sizes=SIZES,
    tries=2,
)
def documents(learner, stream, rng):
    X, Y, fresh, K = stream
    fresh = begins_anew(fresh, rng)
    _, calls, _ = run(learner, X, Y, fresh, K)
    for k, ((_, _, after), (_, given, _)) in enumerate(pairwise(calls), 1):
        for one, other in zip(given or (), after, strict=False):
            wanted = np.where(fresh[None, :, k, None], 0.0, other)
            assert_close(one[0], wanted, what=f"the state before chunk {k}")


@case(
    "losses and weights are those of one step per chunk",
    stream=stream,
    sizes=SIZES,
    tries=2,
)
def weights_after(learner, stream, rng):
    X, Y, fresh, K = stream
    fresh = begins_anew(fresh, rng)
    losses, _, weights = run(learner, X, Y, fresh, K)
    values, params = expected(X, Y, fresh, K)
    assert_close(losses, values, what="the losses")
    for one, other in zip(weights, params, strict=True):
        assert_close(one, other, what="weights after training")
