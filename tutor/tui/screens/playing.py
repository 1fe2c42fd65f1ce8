"""Playing an environment by hand: one key, one step."""

import secrets
from typing import Any, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from tutor.errors import HostError, StoreError
from tutor.judge.conversation import Conversation
from tutor.judge.playing import play_request
from tutor.protocol import Control, Failed, Scene, Starting
from tutor.runs import Runs
from tutor.track.episode import Episode
from tutor.tui.screens.working import Working
from tutor.tui.widgets.sheet import Sheet
from tutor.viz.episodes import action_names, readings, stage
from tutor.viz.ink import Ink, Picture, Run, row
from tutor.viz.typeset.text import wrap

ARROWS = {
    "left": "left", "h": "left", "right": "right", "l": "right", "up": "up", "k": "up",
    "down": "down", "j": "down",
}  # fmt: skip


class PlayScreen(Working, ModalScreen[Episode | None]):
    """The stage, and the keys of its actions."""

    DEFAULT_CSS = """
    PlayScreen { align: center middle; }
    PlayScreen Sheet { width: 92%; height: 92%; border: round $accent;
        background: $background; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", show=False, priority=True),
        Binding("r", "again", show=False, priority=True),
    ]

    def __init__(self, env: str, place: str) -> None:
        super().__init__()
        self.env = env
        self.place = place
        self.seed = secrets.randbits(31)
        self.actions: list[int] = []
        self.seen: dict[str, Any] | None = None
        self.talk: Conversation | None = None
        self.busy = False
        self.said = "opening the environment …"

    def compose(self) -> ComposeResult:
        yield Sheet()

    def on_mount(self) -> None:
        sheet = self.query_one(Sheet)
        sheet.border_title = self.env
        sheet.border_subtitle = "r again   Esc keeps the episode and leaves"
        sheet.show(self.draw)
        sheet.focus()
        self.work("play", self.live)

    async def live(self) -> None:
        """Open the environment and show it until the screen is left."""
        self.talk = Conversation(play_request(), "gymnasium")
        try:
            async for event in self.talk:
                if isinstance(event, Failed):
                    raise HostError(event.reason)
                if isinstance(event, Starting):
                    self.tell(event.what)
                elif isinstance(event, Scene):
                    self.take(event)
        except HostError as error:
            self.tell(str(error))

    def tell(self, text: str) -> None:
        self.said = text
        self.query_one(Sheet).recompose_rows()

    def take(self, scene: Scene) -> None:
        if scene.feedback is not None:
            self.tell(scene.feedback.message)
        elif "knobs" in scene.value:
            self.ask(begin=True)
        else:
            self.busy = False
            self.seen = scene.value
            self.said = ""
            self.query_one(Sheet).recompose_rows()

    def ask(self, *, begin: bool = False) -> None:
        if self.talk is not None:
            self.busy = True
            values = {"env": self.env, "seed": self.seed, "actions": self.actions,
                      "begin": begin}  # fmt: skip
            self.talk.send(Control("draw", values))

    @property
    def is_over(self) -> bool:
        return bool(self.seen and (self.seen["terminated"] or self.seen["truncated"]))

    def episode(self) -> Episode | None:
        """Return the episode so far; training 0 stands for the person."""
        if self.seen is None:
            return None
        rewards = self.seen["rewards"]
        return Episode(
            env=self.env, training=0, number=0, step=0, seconds=0.0,
            length=len(rewards), total=sum(rewards), terminated=self.seen["terminated"],
            truncated=self.seen["truncated"], discrete=self.seen["discrete"],
            observations=self.seen["observations"],
            actions=list(self.actions[: len(rewards)]), rewards=rewards, values=None,
            probabilities=None, map=self.seen["map"], frames=None,
        )  # fmt: skip

    def draw(self, width: int) -> Picture:
        episode = self.episode()
        if episode is None or self.said:
            return [(), *wrap([Run(self.said, Ink("muted"))], width)]
        step = len(episode.rewards)
        height = max(6, self.query_one(Sheet).size.height - 6)
        rows = [*readings(episode, step, width), *stage(episode, step, width, height), ()]
        return [*rows, *self.keys(width)]

    def keys(self, width: int) -> Picture:
        if self.is_over:
            return [
                row(Run("The episode is over. r plays again.", Ink("accent", bold=True)))
            ]
        runs: list[Run] = []
        for index, name in enumerate(self.names):
            runs += [Run(f"{index}\u00a0", Ink("accent", bold=True)),
                     Run(f"{name.replace(' ', chr(160))}   ", Ink("text"))]  # fmt: skip
        return wrap([*runs, Run("or the arrow keys", Ink("muted"))], width)

    @property
    def names(self) -> list[str]:
        return action_names(self.env, self.seen["choices"] if self.seen else 0)

    def on_key(self, event: events.Key) -> None:
        """Take the action that a key names."""
        action = self.action_of(event)
        if action is None or self.busy or self.is_over:
            return
        event.stop()
        event.prevent_default()
        self.actions.append(action)
        self.ask()

    def action_of(self, event: events.Key) -> int | None:
        names = self.names
        if event.character and event.character.isdigit():
            index = int(event.character)
            return index if index < len(names) else None
        wanted = ARROWS.get(event.key)
        return names.index(wanted) if wanted in names else None

    def action_again(self) -> None:
        """Begin another episode."""
        self.seed, self.actions = secrets.randbits(31), []
        self.ask(begin=True)

    def action_leave(self) -> None:
        """Keep the episode beside the agent's, and leave."""
        episode = self.episode()
        if episode is not None and episode.rewards:
            self.keep(episode)
        self.dismiss(episode)

    def keep(self, episode: Episode) -> None:
        """Write the episode as a run of its own."""
        record = {
            "kind": "episode", "name": episode.env, "step": 0, "number": 0,
            "length": episode.length, "total": episode.total,
            "terminated": episode.terminated, "truncated": episode.truncated,
            "discrete": episode.discrete, "observations": episode.observations,
            "actions": episode.actions, "rewards": episode.rewards,
        }  # fmt: skip
        if episode.map:
            record["map"] = episode.map
        try:
            writer = Runs().begin(self.place, f"You: {self.env}", self.seed)
        except StoreError as error:
            self.app.notify(str(error), severity="error", markup=False)
            return
        writer.take([record])
        writer.finish("played")

    def on_unmount(self) -> None:
        if self.talk is not None:
            self.talk.close()
