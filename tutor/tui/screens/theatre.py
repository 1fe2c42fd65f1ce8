"""Theatre: the episodes of a run, played, stepped and compared; and played by hand."""

import time
from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal

from tutor.track.episode import Episode
from tutor.tui.actions import THEATRE, Table
from tutor.tui.jump import Target
from tutor.tui.keymap import bindings
from tutor.tui.screens.base import TutorScreen
from tutor.tui.widgets.choices import Choices
from tutor.tui.widgets.keybar import KeyBar
from tutor.tui.widgets.sheet import Stage
from tutor.tui.widgets.titlebar import TitleBar
from tutor.viz.axis import short
from tutor.viz.episodes import choices, episode_line, readings, stage, tracks
from tutor.viz.ink import Ink, Picture, Row, Run, beside, row

SPEEDS = (1, 2, 5, 10, 20, 50)
"""Steps a second."""
LIST_FROM = 110
"""Screen width from which the list of episodes stands beside the stage."""
TRACK_ROWS = 9


class TheatreScreen(TutorScreen):
    """A list of episodes, the stage, and the tracks below it."""

    ACTIONS: ClassVar[Table] = THEATRE
    ABOUT = (
        "Episodes recorded while the agent learned, the earliest first. The stage shows the "
        "world at one step; the tracks below have their cursor there."
    )
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(THEATRE)]
    DEFAULT_CSS = """
    TheatreScreen Choices { width: 36; display: none; border-right: solid $border; }
    TheatreScreen.-list Choices { display: block; }
    TheatreScreen #stage { width: 1fr; }
    """

    def __init__(self, title: str, place: str, episodes: list[Episode]) -> None:
        super().__init__()
        self.title_text = title
        self.place = place
        self.episodes = episodes
        self.at = len(episodes) - 1
        self.step = 0
        self.playing = False
        self.speed_at = 3
        self.two = False
        self.ticked = time.monotonic()
        self.owed = 0.0

    def compose(self) -> ComposeResult:
        yield TitleBar(self.title_text)
        with Horizontal():
            yield Choices()
            yield Stage(id="stage")
        yield KeyBar(THEATRE)

    def ready(self) -> None:
        self.fill()
        self.query_one("#stage", Stage).show(self.draw)
        self.query_one("#stage", Stage).focus()
        self.set_interval(1 / self.services.settings.frames_a_second, self.tick)

    def fill(self) -> None:
        self.query_one(Choices).fill(len(self.episodes), self.episode_row, at=self.at)

    def on_resize(self) -> None:
        self.set_class(self.app.size.width >= LIST_FROM, "-list")

    @property
    def episode(self) -> Episode:
        return self.episodes[self.at]

    @property
    def beside(self) -> Episode | None:
        """The episode shown beside the chosen one: the first of its world."""
        if not self.two:
            return None
        same = [e for e in self.episodes if e.world == self.episode.world]
        return same[0] if same[0] is not self.episode else same[-1]

    @property
    def last_step(self) -> int:
        other = self.beside
        return max(len(self.episode.rewards), len(other.rewards) if other else 0)

    def episode_row(self, index: int, width: int) -> Row:
        episode = self.episodes[index]
        who = "you" if episode.training == 0 else f"{episode.step:>7}"
        return row(Run(f"{who:>7}  ", Ink("muted")),
                   Run(f"{short(episode.total):>8}", Ink("text", bold=True)),
                   Run(f"  {episode.length:>5} steps", Ink("muted")))  # fmt: skip

    def draw(self, width: int) -> Picture:
        height = self.query_one("#stage", Stage).size.height
        other = self.beside
        if other is None:
            return self.one(self.episode, width, height)
        share = (width - 3) // 2
        return beside(self.one(other, share, height), self.one(self.episode, share, height),
                      gap=3)  # fmt: skip

    def one(self, episode: Episode, width: int, height: int) -> Picture:
        """Return one episode: its line, the stage beside the choices, and the tracks."""
        step = min(self.step, len(episode.rewards))
        head = [row(Run(episode_line(episode)[:width], Ink("title", bold=True)))]
        head += readings(episode, step, width)
        room = max(4, height - len(head) - TRACK_ROWS)
        thought = choices(episode, step, min(40, width))
        wide = thought and width >= 80
        scene = stage(episode, step, width - 43 if wide else width, room)
        middle = beside(scene, thought, gap=3) if wide else scene
        if thought and not wide and room > 14:
            scene = stage(episode, step, width, room - len(thought))
            middle = [*scene, *thought]
        return [*head, *middle, *tracks(episode, step, width, TRACK_ROWS - 1)]

    def tick(self) -> None:
        """Go on in the episode as fast as asked."""
        now = time.monotonic()
        passed, self.ticked = now - self.ticked, now
        if not self.playing or not self.is_current:
            return
        self.owed += passed * SPEEDS[self.speed_at]
        steps, self.owed = int(self.owed), self.owed % 1
        if steps:
            self.go(self.step + steps)
            self.playing = self.step < self.last_step

    def go(self, step: int) -> None:
        self.step = max(0, min(step, self.last_step))
        self.query_one("#stage", Stage).recompose_rows()
        speed = f"x{SPEEDS[self.speed_at]}" if self.playing else ""
        self.query_one(
            TitleBar
        ).note = f"{speed}   episode {self.at + 1} of {len(self.episodes)}"

    def action_play(self) -> None:
        if self.step >= self.last_step:
            self.step = 0
        self.playing = not self.playing
        self.ticked, self.owed = time.monotonic(), 0.0
        self.go(self.step)

    def action_step(self, steps: int) -> None:
        self.playing = False
        self.go(self.step + steps)

    def action_start(self) -> None:
        self.go(0)

    def action_end(self) -> None:
        self.go(self.last_step)

    def action_speed(self, steps: int) -> None:
        self.speed_at = max(0, min(self.speed_at + steps, len(SPEEDS) - 1))
        self.tell(f"{SPEEDS[self.speed_at]} steps a second", seconds=1)

    def action_episode(self, steps: int) -> None:
        self.choose((self.at + steps) % len(self.episodes))

    def choose(self, index: int) -> None:
        self.at, self.step = index, 0
        self.query_one(Choices).put_cursor(index)
        self.go(0)

    def on_choices_moved(self) -> None:
        at = self.query_one(Choices).at
        if at != self.at:
            self.at, self.step = at, 0
            self.go(0)

    def targets(self) -> list[Target]:
        board = self.query_one(Choices)
        if not self.has_class("-list"):
            return []
        top = board.scroll_offset.y
        return [
            Target(
                board.content_region.x, board.content_region.y + line - top, self.goer(i)
            )
            for i, line in enumerate(board.lines)
            if 0 <= line - top < board.content_region.height
        ]

    def goer(self, index: int) -> Callable[[], None]:
        return lambda: self.choose(index)

    def action_two(self) -> None:
        """Show the first episode of this world beside the chosen one, or it alone."""
        self.two = not self.two
        self.go(self.step)

    def action_take_over(self) -> None:
        """Play this environment oneself; the episode joins the list."""
        from tutor.tui.screens.playing import PlayScreen

        self.app.push_screen(PlayScreen(self.episode.world, self.place), self.join)

    def join(self, episode: Episode | None) -> None:
        if episode is not None and episode.rewards:
            self.episodes.append(episode)
            self.fill()
            self.choose(len(self.episodes) - 1)
