"""A temporary file with a name of its own; numpy's state as a tensor."""

import copy
import os
import random
import tempfile

import numpy
import torch


def save(path, model, opt, scheduler, epoch, best):
    chance = numpy.random.get_state(legacy=False)
    words = torch.tensor(chance["state"]["key"].astype("int64"))
    parts = {
        "objects": [thing.state_dict() for thing in (model, opt, scheduler)],
        "numbers": [epoch, best],
        "torch": torch.random.get_rng_state(),
        "numpy": [
            words,
            chance["state"]["pos"],
            chance["has_gauss"],
            chance["gauss"],
        ],
        "python": random.getstate(),
    }
    folder = os.path.dirname(os.path.abspath(path))
    handle, name = tempfile.mkstemp(dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            torch.save(parts, file)
        os.rename(name, path)
    except BaseException:
        os.unlink(name)
        raise


def load(path, model, opt, scheduler, map_location="cpu"):
    parts = torch.load(path, map_location, weights_only=True)
    for thing, state in zip(
        (model, opt, scheduler), parts["objects"], strict=True
    ):
        thing.load_state_dict(state)
    words, position, has_gauss, gauss = parts["numpy"]
    numpy.random.set_state(
        (
            "MT19937",
            words.cpu().numpy().astype("uint32"),
            position,
            has_gauss,
            gauss,
        )
    )
    random.setstate(parts["python"])
    torch.random.set_rng_state(parts["torch"])
    return tuple(parts["numbers"])


def snapshot(model):
    return copy.deepcopy(model.state_dict())
