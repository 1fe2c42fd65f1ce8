"""Checks for autoencoder/tied_weights. Oracle: the matrix read off the encoder, in numpy."""

import numpy as np

from tutor.harness import array, assert_close, case, probe, require

SIZES = {"N": (1, 4), "P": (3, 6), "k": (1, 3)}


@probe
def studied(module, x, z, shape, rate, reload):
    """Return what a tied autoencoder does, before and after a step."""
    import torch

    torch.manual_seed(1)
    inputs, code = shape
    net = module.Tied(inputs, code).double()
    with torch.no_grad():
        for p in net.parameters():
            p.add_(0.3 * torch.randn_like(p))
    if reload:
        other = module.Tied(inputs, code).double()
        net.load_state_dict(other.state_dict())
    x, z = torch.tensor(x), torch.tensor(z)

    def reading():
        """Read encoder and decoder off their answers to unit vectors."""
        with torch.no_grad():
            nothing = net.encode(torch.zeros(1, inputs).double())
            tiny = 1e-6 * torch.eye(inputs).double()
            # By the slope of tanh at the bias.
            rise = (net.encode(tiny) - net.encode(-tiny)) / 2e-6
            up = rise / (1 - nothing**2)
            base = net.decode(torch.zeros(1, code).double())
            down = net.decode(torch.eye(code).double()) - base
        return {
            "up": up.numpy().copy(),
            "down": down.numpy().copy(),
            "code_bias": torch.atanh(nothing)[0].numpy().copy(),
            "bias": base[0].numpy().copy(),
        }

    found = {"first": reading()}
    with torch.no_grad():
        found["code"] = net.encode(x).numpy().copy()
        found["sample"] = net.decode(z).numpy().copy()
        found["both"] = net(x).numpy().copy()
    found["sizes"] = [int(p.numel()) for p in net.parameters()]
    optimiser = torch.optim.SGD(net.parameters(), lr=rate)
    loss = ((net(x) - x) ** 2).sum()
    optimiser.zero_grad()
    loss.backward()
    optimiser.step()
    found["second"] = reading()
    return found


GIVEN = {
    "x": array("N", "P"),
    "z": array("M", "k"),
    "sizes": {**SIZES, "M": (1, 3)},
    "tries": 4,
}


def study(learner, x, z, rate=0.01, reload=False):
    shape = [x.shape[1], z.shape[1]]
    return studied(learner, x, z, shape, rate, reload)


@case("encode and decode: tanh on the code, none on the output", **GIVEN)
def values(learner, x, z):
    got = study(learner, x, z)
    first = got["first"]
    code = np.tanh(x @ first["up"] + first["code_bias"])
    assert_close(got["code"], code, rtol=1e-5, atol=1e-6, what="the codes")
    assert_close(
        got["sample"],
        z @ first["down"] + first["bias"],
        rtol=1e-5,
        atol=1e-6,
        what="what decode returns",
    )
    assert_close(
        got["both"],
        code @ first["down"] + first["bias"],
        rtol=1e-5,
        atol=1e-6,
        what="the reconstruction",
    )


def tied(reading, when):
    assert_close(
        reading["down"],
        reading["up"].T,
        rtol=1e-5,
        atol=1e-6,
        what=f"the decoder's matrix {when}",
        because="It must be the transpose of the encoder's.",
    )


@case("the decoder is the encoder, transposed", **GIVEN)
def transposed(learner, x, z):
    tied(study(learner, x, z)["first"], "at the start")


@case("one matrix and two biases to learn, nothing twice", **GIVEN)
def parameters(learner, x, z):
    got = study(learner, x, z)
    p, k = x.shape[1], z.shape[1]
    wanted = p * k + p + k
    require(
        sum(got["sizes"]) == wanted,
        f"with {p} inputs and codes of {k} there must be {wanted} numbers to "
        f"learn: {p} x {k} weights, {k} and {p} biases",
        sum(got["sizes"]),
    )


@case("both uses of the matrix count for its gradient", **GIVEN)
def one_step(learner, x, z):
    got = study(learner, x, z)
    before, after = got["first"], got["second"]
    W, b, c = before["up"], before["code_bias"], before["bias"]
    h = np.tanh(x @ W + b)
    G = 2 * (h @ W.T + c - x)
    back = (G @ W) * (1 - h**2)
    for got_now, wanted, what in (
        (after["up"], W - 0.01 * (x.T @ back + G.T @ h), "the matrix"),
        (after["code_bias"], b - 0.01 * back.sum(0), "the bias of the code"),
        (after["bias"], c - 0.01 * G.sum(0), "the bias of the output"),
    ):
        assert_close(
            got_now,
            wanted,
            rtol=1e-4,
            atol=1e-5,
            what=f"{what} after one step of 0.01",
        )


@case("still tied after a step", **GIVEN)
def after_step(learner, x, z):
    tied(study(learner, x, z)["second"], "after a step")


@case("still tied after weights were loaded, and after a step then", **GIVEN)
def after_load(learner, x, z):
    got = study(learner, x, z, reload=True)
    tied(got["first"], "after loading weights")
    tied(got["second"], "after loading weights and a step")
