"""Screens with work in the background that may outlast them."""

from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

from textual.css.query import NoMatches
from textual.screen import Screen


class Working(Screen[Any]):
    """A screen that can be left while it works."""

    def work(
        self, group: str, doing: Callable[..., Coroutine[Any, Any, None]], *about: Any
    ) -> None:
        """Do something in the background, in place of what the group did before."""
        work: Any = partial(self.while_here, doing, *about)
        self.run_worker(work, exclusive=True, group=group)

    async def while_here(
        self, doing: Callable[..., Coroutine[Any, Any, None]], *about: Any
    ) -> None:
        """Do something; that its widgets are gone is no fault once the screen was left."""
        try:
            await doing(*about)
        except NoMatches:
            if self.is_attached and not self._pruning:
                raise
