"""Your own code from earlier exercises: ``from tutor.yours import softmax``.

Inside a check this module is made of what came with the request (see
`tutor.worker.borrowing`). Anywhere else, such as a script or a notebook, it looks into the
store: the newest version of an exercise that passed, or the reference where none has.
"""

from functools import lru_cache
from typing import Any

from tutor.course import load_course
from tutor.judge import Checker
from tutor.store import Store
from tutor.worker.borrowing import Yours


@lru_cache(maxsize=1)
def _offered() -> Yours:
    course = load_course()
    store = Store()
    try:
        every = tuple(course.exercises)
        return Yours(Checker(course, store).borrowed(every, own=True))
    finally:
        store.close()


def __getattr__(name: str) -> Any:
    if name.startswith("__"):
        raise AttributeError(name)
    return getattr(_offered(), name)
