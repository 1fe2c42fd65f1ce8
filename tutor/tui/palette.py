"""The command palette: every action of the screen, and every place of the course, by name."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from rich.markup import escape
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from tutor.tui.actions import EVERYWHERE, Action
from tutor.tui.keymap import first_key

if TYPE_CHECKING:
    from tutor.tui.app import TutorApp

Entry = tuple[str, str, Callable[[], object]]
"""Name, what it does, and the deed."""


class TutorCommands(Provider):
    """Names everything one can do or go to from here."""

    @property
    def tutor(self) -> "TutorApp":
        return self.app  # type: ignore[return-value]

    def actions(self) -> Iterator[Entry]:
        table = getattr(self.screen, "ACTIONS", ())
        for action in (*table, *EVERYWHERE):
            if action.name not in ("app.command_palette",):
                key = first_key(action)
                note = f"{action.help}  ({key})" if key else action.help
                yield action.label, note, partial(self.perform, action)

    async def perform(self, action: Action) -> None:
        await self.screen.run_action(
            action.name if action.name.startswith("app.") else f"screen.{action.name}"
        )

    def places(self) -> Iterator[Entry]:
        if not self.tutor.is_open:
            return
        for topic in self.tutor.services.course.topics:
            for place in topic.places():
                go = partial(self.tutor.open_place, place.id)
                yield place.title, f"{place.kind} · {topic.title}", go

    async def discover(self) -> Hits:
        for name, says, do in self.actions():
            yield DiscoveryHit(Content(name), do, text=name, help=escape(says))

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for name, says, do in (*self.actions(), *self.places()):
            score = max(matcher.match(name), 0.6 * matcher.match(says))
            if score > 0:
                shown = Content(name) if "[" in name else matcher.highlight(name)
                yield Hit(score, shown, do, text=name, help=escape(says))
