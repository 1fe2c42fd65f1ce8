"""What live and kept runs have in common: a run on the screen, and how to look at it."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from tutor.runs import Runs
from tutor.track.episode import Episode
from tutor.tui.actions import TRAINING, Table
from tutor.tui.keymap import bindings
from tutor.tui.screens.base import TutorScreen
from tutor.tui.widgets.keybar import KeyBar
from tutor.tui.widgets.run_view import RunView
from tutor.tui.widgets.titlebar import TitleBar
from tutor.viz.training.board import Board

MOST_UNDER = 3
"""Kept runs laid under the present one."""


class WatchScreen(TutorScreen):
    """A run: curves, layers, pictures and findings."""

    ACTIONS: ClassVar[Table] = TRAINING
    ABOUT = (
        "A training run. Curves first; d goes on to layers, pictures and what the tool makes "
        "of the run. The cursor reads all charts at one place."
    )
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(TRAINING)]

    title_text = ""
    place = ""
    run_id = ""

    def compose(self) -> ComposeResult:
        yield TitleBar(self.title_text)
        yield RunView()
        yield KeyBar(TRAINING)

    @property
    def view(self) -> RunView:
        return self.query_one(RunView)

    def begin_view(self) -> None:
        """Start drawing, at most as often as the settings say."""
        self.view.touch()
        self.view.focus()
        self.set_interval(1 / self.services.settings.frames_a_second, self.tick)

    def tick(self) -> None:
        """Draw what is new, while the screen can be seen."""
        if self.is_current:
            self.view.redraw()

    def action_log(self) -> None:
        self.view.toggle_log()

    def action_smooth(self) -> None:
        self.view.next_smoothing()

    def action_axis(self) -> None:
        self.view.next_axis()

    def action_zoom(self, steps: int) -> None:
        self.view.next_zoom()

    def action_cursor(self, steps: int) -> None:
        self.view.move_cursor(steps)

    def action_details(self) -> None:
        self.view.next_view()

    def action_compare(self) -> None:
        """Lay the newest kept runs of this place under the present one, or take them away."""
        if self.view.under:
            self.view.under = ()
        else:
            infos = [i for i in Runs().list(self.place) if i.id != self.run_id]
            self.view.under = tuple((i.label, board_of(i.id)) for i in infos[:MOST_UNDER])
            if not self.view.under:
                self.tell("No other run of this place is kept.")
        self.view.touch()

    def action_theatre(self) -> None:
        """Watch the episodes that this run has recorded."""
        from tutor.tui.screens.theatre import TheatreScreen

        kept = self.view.board.episodes
        episodes = [Episode.of(record, training, s) for training, s, record in kept]  # type: ignore[arg-type]
        if episodes:
            self.app.push_screen(TheatreScreen(self.title_text, self.place, episodes))
        else:
            self.tell("This run recorded no episodes; track.env(env) records them.")


def board_of(run_id: str) -> Board:
    """Return a kept run as a board."""
    board = Board()
    for seconds, record in Runs().open(run_id).records():
        board.take([record], seconds)
    return board
