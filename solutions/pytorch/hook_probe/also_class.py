"""A callable object for each part, an ExitStack that removes, numpy's numbers."""

from collections import Counter
from contextlib import ExitStack

import torch


class Probe:
    def __init__(self, name, found, seen):
        self.name, self.found, self.seen = name, found, seen

    def __call__(self, part, inputs, out):
        if torch.is_tensor(out):
            self.seen[self.name] += 1
            suffix = f":{self.seen[self.name]}"
            name = self.name + (suffix if suffix != ":1" else "")
            a = out.detach().numpy().astype("float64")
            units = a.reshape(len(a), -1)
            dead = (abs(units).max(axis=0) == 0).mean()
            self.found[name] = float(a.mean()), float(a.std()), float(dead)


def activation_stats(model, x):
    found, seen = {}, Counter()
    with ExitStack() as stack:
        for name, part in model.named_modules():
            if name:
                probe = Probe(name, found, seen)
                handle = part.register_forward_hook(probe)
                stack.callback(handle.remove)
        with torch.inference_mode():
            model(x)
    return found
