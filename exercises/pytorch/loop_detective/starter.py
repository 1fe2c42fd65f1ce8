"""A detective for training loops."""

from collections.abc import Callable

import torch


def find_bugs(fit: Callable, evaluate: Callable) -> set[str]:
    """Return the names of the bugs in two functions, or the empty set."""
    # TODO: a model that spies, batches of 3 and 1, one experiment per name.
    raise NotImplementedError
