"""Checks for pytorch/checkpoint_resume. Oracle: the run that is not stopped."""

import numpy as np
import torch

from tutor.harness import assert_equal, case, probe, require, whole


@probe
def journey(module, seed, before, after):
    """Train, save, train on; then load into fresh objects and train on."""
    import os
    import random
    import tempfile

    import numpy.random as numpys
    from torch import nn

    folder = tempfile.mkdtemp(dir=".")
    path = os.path.join(folder, "run.pt")
    data = torch.arange(24.0).reshape(12, 2).sin()
    labels = torch.arange(12) % 3

    def fresh(number):
        random.seed(number)
        numpys.seed(number)
        torch.manual_seed(number)
        net = nn.Sequential(
            nn.Linear(2, 6),
            nn.BatchNorm1d(6),
            nn.Dropout(0.3),
            nn.Linear(6, 3),
        )
        opt = torch.optim.Adam(net.parameters(), lr=0.1)
        return net, opt, torch.optim.lr_scheduler.ExponentialLR(opt, 0.7)

    def train(run, epochs):
        net, opt, scheduler = run
        for _ in range(epochs):
            for _ in range(2):
                rows = torch.tensor(numpys.permutation(12)[:5])
                X = data[rows] * (1 + 0.2 * random.random())
                loss = nn.functional.cross_entropy(net(X), labels[rows])
                opt.zero_grad()
                loss.backward()
                opt.step()
            scheduler.step()

    def facts(run):
        net, opt, scheduler = run
        return {
            "weights": {
                k: v.detach().numpy().copy() for k, v in net.named_parameters()
            },
            "buffers": {k: v.numpy().copy() for k, v in net.named_buffers()},
            "averages": [
                opt.state[p]["exp_avg"].numpy().copy() if opt.state[p] else 0
                for p in net.parameters()
            ],
            "rate": [opt.param_groups[0]["lr"], scheduler.last_epoch],
        }

    def draws():
        return [
            torch.rand(3).tolist(),
            numpys.rand(3).tolist(),
            random.random(),
        ]

    run = fresh(seed)
    train(run, before)
    states = torch.get_rng_state(), random.getstate(), numpys.get_state()
    module.save(path, *run, before, 0.1 + seed / 7)
    same = bool((torch.get_rng_state() == states[0]).all())
    same = same and random.getstate() == states[1]
    same = same and (numpys.get_state()[1] == states[2][1]).all()
    at_save = facts(run)
    train(run, after)
    straight = facts(run)
    once = draws()

    other = fresh(seed + 1000)
    result = module.load(path, *other)
    loaded = facts(other)
    train(other, after)
    resumed = facts(other)
    again = draws()

    return {
        "result": list(result),
        "kinds": [type(v).__name__ for v in result],
        "quiet": bool(same),
        "at save": at_save,
        "loaded": loaded,
        "straight": straight,
        "resumed": resumed,
        "ends": [once, again],
        "folder": sorted(os.listdir(folder)),
    }


@probe
def draws_after(module, seed):
    """Return what is drawn after a save, and after loading that file."""
    import os
    import random
    import tempfile

    import numpy.random as numpys

    path = os.path.join(tempfile.mkdtemp(dir="."), "run.pt")
    net = torch.nn.Linear(2, 1)
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    plan = torch.optim.lr_scheduler.StepLR(opt, 3)
    torch.manual_seed(seed)
    numpys.seed(seed)
    random.seed(seed)
    torch.rand(2), numpys.normal(size=3), random.random()
    module.save(path, net, opt, plan, 1, 0.5)

    def draws():
        return {
            "torch": torch.rand(2).tolist(),
            "numpy": numpys.normal(size=2).tolist(),
            "python": [random.random(), random.random()],
        }

    first = draws()
    module.load(path, net, opt, plan)
    return first, draws()


@probe
def file_of(module):
    """Return whether the file can be read without running code."""
    import os
    import re
    import tempfile

    path = os.path.join(tempfile.mkdtemp(dir="."), "run.pt")
    net = torch.nn.Linear(2, 1)
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    plan = torch.optim.lr_scheduler.StepLR(opt, 3)
    module.save(path, net, opt, plan, 1, 0.5)
    try:
        torch.load(path, weights_only=True)
    except Exception as error:
        found = re.search(r"GLOBAL ([\w.]+)", str(error))
        return f"it holds a {found[1]}" if found else str(error)[:200]
    return ""


@probe
def interrupted(module):
    """Return what is at the path after a second save that breaks off."""
    import os
    import tempfile

    path = os.path.join(tempfile.mkdtemp(dir="."), "run.pt")
    net = torch.nn.Linear(2, 1)
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    plan = torch.optim.lr_scheduler.StepLR(opt, 3)
    module.save(path, net, opt, plan, 1, 0.5)
    with open(path, "rb") as file:
        before = file.read()
    kept = torch.save

    def breaks(thing, target, *args, **kwargs):
        if isinstance(target, str | os.PathLike):
            with open(target, "wb") as file:
                file.write(b"half of a file")
        else:
            target.write(b"half of a file")
            target.flush()
        raise OSError("no space left on device")

    torch.save = breaks
    try:
        module.save(path, net, opt, plan, 2, 0.4)
    except OSError:
        pass
    finally:
        torch.save = kept
    if not os.path.exists(path):
        return "gone"
    with open(path, "rb") as file:
        return "as it was" if file.read() == before else "overwritten"


@probe
def places(module):
    """Return the map_location that torch.load was given, for two calls."""
    import inspect
    import os
    import tempfile

    path = os.path.join(tempfile.mkdtemp(dir="."), "run.pt")
    net = torch.nn.Linear(2, 1)
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    plan = torch.optim.lr_scheduler.StepLR(opt, 3)
    module.save(path, net, opt, plan, 1, 0.5)
    kept, seen = torch.load, []
    signature = inspect.signature(kept)

    def watched(*args, **kwargs):
        given = signature.bind(*args, **kwargs)
        seen.append(str(given.arguments.get("map_location")))
        # Whatever place was asked for, this machine has one.
        given.arguments["map_location"] = "cpu"
        return kept(*given.args, **given.kwargs)

    torch.load = watched
    try:
        module.load(path, net, opt, plan)
        module.load(path, net, opt, plan, map_location="cuda:0")
    finally:
        torch.load = kept
    return seen


@probe
def kept_snapshot(module):
    """Return a model's state, and a snapshot of it after more training."""
    torch.manual_seed(0)
    net = torch.nn.Sequential(torch.nn.Linear(2, 3), torch.nn.BatchNorm1d(3))
    true = {k: v.numpy().copy() for k, v in net.state_dict().items()}
    found = module.snapshot(net)
    opt = torch.optim.SGD(net.parameters(), lr=1.0)
    (net(torch.eye(2)) ** 2).sum().backward()
    opt.step()
    return true, {k: v.detach().numpy().copy() for k, v in found.items()}


def alike(one, other, what):
    """Fail unless two trees of numbers agree to the last bit."""
    if isinstance(one, dict):
        assert_equal(sorted(one), sorted(other), what=what)
        for key in one:
            alike(one[key], other[key], f"{what}: {key}")
    elif isinstance(one, list):
        for left, right in zip(one, other, strict=True):
            alike(left, right, what)
    else:
        same = np.array_equal(np.asarray(one), np.asarray(other))
        require(same, f"{what} differs from what was saved")


@case("the file can be read with weights_only=True")
def plain(learner):
    error = file_of(learner)
    require(not error, f"torch.load(path, weights_only=True) says: {error}")


@case("a save that breaks off leaves the old file")
def atomic(learner):
    state = interrupted(learner)
    require(
        state == "as it was",
        f"torch.save broke off, and the old file is {state}",
    )


@case("load hands map_location on to torch.load")
def elsewhere(learner):
    assert_equal(places(learner), ["cpu", "cuda:0"], what="map_location")


@case("a snapshot stays as it is while training goes on")
def frozen(learner):
    true, found = kept_snapshot(learner)
    assert_equal(sorted(found), sorted(true), what="the names")
    for name, values in true.items():
        require(
            np.array_equal(found[name], values),
            f"after one more step, the snapshot's {name} has changed too",
            found[name],
        )


@case("torch, numpy and Python draw what they would have drawn")
def chance(learner):
    for seed in (1, 2):
        first, again = draws_after(learner, seed)
        for name, values in first.items():
            require(
                values == again[name],
                f"after load, {name} draws other numbers than after save",
                again[name],
            )


@case(
    "load returns epoch and best as they were saved",
    seed=whole(0, 99),
    tries=2,
)
def numbers(learner, seed):
    seen = journey(learner, seed, 2, 0)
    assert_equal(seen["kinds"], ["int", "float"], what="the types")
    assert_equal(seen["result"], [2, 0.1 + seed / 7], what="(epoch, best)")


@case("weights and buffers come back")
def model(learner):
    seen = journey(learner, 3, 2, 0)
    for part in ("weights", "buffers"):
        alike(seen["at save"][part], seen["loaded"][part], part)


@case("the optimiser's memory and the schedule come back")
def optimiser(learner):
    seen = journey(learner, 4, 2, 0)
    for part in ("averages", "rate"):
        alike(seen["at save"][part], seen["loaded"][part], part)


@case("one file is written, and nothing else is changed")
def tidy(learner):
    seen = journey(learner, 6, 1, 1)
    assert_equal(seen["folder"], ["run.pt"], what="the files in the folder")
    require(seen["quiet"], "save changed a random number generator")


@case("5 + 5 epochs are 10 epochs, to the last bit")
def resumed(learner):
    seen = journey(learner, 5, 5, 5)
    alike(
        seen["straight"], seen["resumed"], "after 10 epochs, the resumed run"
    )
    require(seen["ends"][0] == seen["ends"][1], "the draws after it differ")
