"""The module ``tutor.yours`` inside judge and learner processes.

Each name is an entry point of an earlier exercise; its source came with the request and is
run the first time it is asked for.
"""

import linecache
import re
import sys
from collections.abc import Iterable
from types import ModuleType
from typing import Any

import tutor
from tutor.protocol import Borrowed


class Yours(ModuleType):
    """Offers earlier exercises' functions by name."""

    def __init__(self, offered: Iterable[Borrowed]) -> None:
        super().__init__("tutor.yours", "Your own code from earlier exercises.")
        self._by_name = {name: item for item in offered for name in item.names}
        self._modules: dict[str, ModuleType] = {}

    def __getattr__(self, name: str) -> Any:
        item = self.__dict__["_by_name"].get(name)
        if item is None:
            known = ", ".join(sorted(self.__dict__["_by_name"])) or "nothing"
            raise AttributeError(
                f"tutor.yours offers {known} to this exercise, but no {name!r}"
            )
        if item.exercise not in self._modules:
            self._modules[item.exercise] = run(item)
        return getattr(self._modules[item.exercise], name)


def run(item: Borrowed) -> ModuleType:
    """Return the borrowed source as a module."""
    topic, _, name = item.exercise.partition("/")
    filename = f"{'yours' if item.own else 'reference'}/{topic}/{name}.py"
    return module_of(item.source, filename, f"yours_{name}", known=True)


def module_of(source: str, filename: str, name: str, *, known: bool = False) -> ModuleType:
    """Return `source` run as a module whose tracebacks can quote its lines.

    A `known` module is found by its name, as dataclasses and type hints need it.
    """
    module = ModuleType(name)
    module.__file__ = filename
    lines = [f"{line}\n" for line in re.split("\r\n|\r|\n", source)]
    linecache.cache[filename] = (len(source), None, lines, filename)
    if known:
        sys.modules[name] = module
    exec(compile(source, filename, "exec", dont_inherit=True), module.__dict__)
    return module


def install(offered: Iterable[Borrowed]) -> None:
    """Make ``from tutor.yours import …`` give the borrowed functions in this process."""
    module = Yours(offered)
    sys.modules["tutor.yours"] = module
    tutor.yours = module  # type: ignore[attr-defined]
