"""A demo with knobs, running on the learner's own functions in the sandbox."""

import time
from typing import Any, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input

from tutor.course.model import Demo
from tutor.errors import HostError
from tutor.judge.conversation import Conversation
from tutor.judge.demos import demo_request
from tutor.protocol import Control, Failed, Scene
from tutor.tui.actions import LAB, Table
from tutor.tui.keymap import bindings
from tutor.tui.screens.base import TutorScreen
from tutor.tui.widgets.keybar import KeyBar
from tutor.tui.widgets.sheet import Sheet
from tutor.tui.widgets.titlebar import TitleBar
from tutor.viz.ink import Ink, Picture, Run, row
from tutor.viz.knobs import Knob, knob_rows, nudged, setting_line, setting_of
from tutor.viz.typeset.text import wrap

SPEEDS = (2, 8, 24)
"""Steps a second, slow to fast."""
TIMED = ("play", "tick", "speed")
"""Actions that only demos with a time axis have."""
WIDE = 110
"""Screen width from which the knobs stand beside the scene."""


class LabScreen(TutorScreen):
    """Knobs, the drawn scene, and time where the demo has it."""

    ACTIONS: ClassVar[Table] = LAB
    ABOUT = (
        "A small laboratory. Choose a knob, turn it, watch. It runs on your own functions "
        "where you have written them."
    )
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(LAB)]
    DEFAULT_CSS = """
    LabScreen #knobs { dock: top; height: auto; max-height: 9; background: $surface; }
    LabScreen #scene { height: 1fr; }
    LabScreen.-wide #knobs { dock: left; width: 36; height: 1fr; max-height: 100%;
        margin: 1 0; }
    LabScreen Input { dock: bottom; display: none; margin-bottom: 1; height: 3; }
    LabScreen Input.-asking { display: block; }
    """

    def __init__(self, demo: Demo) -> None:
        super().__init__()
        self.demo = demo
        self.knobs: list[Knob] = []
        self.values: dict[str, Any] = {}
        self.presets: list[dict[str, Any]] = []
        self.question: dict[str, Any] | None = None
        self.bet: int | None = None
        self.at = 0
        self.preset_at = -1
        self.about = self.said = ""
        self.talk: Conversation | None = None
        self.drawing = self.stale = False
        self.playing = False
        self.speed_at = 1
        self.ticked = 0.0

    def compose(self) -> ComposeResult:
        yield TitleBar(self.demo.title)
        yield Sheet(id="knobs")
        yield Sheet(id="scene")
        yield Input(placeholder="a shared setting: knob=value; knob=value")
        yield KeyBar(LAB)

    @property
    def scene(self) -> Sheet:
        return self.query_one("#scene", Sheet)

    def ready(self) -> None:
        self.scene.show([(), row(Run("  opening the demo …", Ink("muted")))])
        self.query_one("#knobs", Sheet).can_focus = False
        self.services.store.mark(self.demo.id, "read")
        self.work("demo", self.live)
        self.set_interval(1 / SPEEDS[-1], self.tick)

    def on_resize(self, event: events.Resize) -> None:
        self.set_class(event.size.width >= WIDE, "-wide")

    async def live(self) -> None:
        """Open the demo and show its scenes until the screen is left."""
        self.talk = Conversation(
            demo_request(self.services.checker, self.demo), self.demo.needs
        )
        try:
            async for event in self.talk:
                if isinstance(event, Failed):
                    raise HostError(event.reason)
                if isinstance(event, Scene):
                    self.take(event)
        except HostError as error:
            self.scene.show([(), row(Run(str(error), Ink("bad")))])

    def take(self, scene: Scene) -> None:
        """Take the knobs from the first scene, and draw the others."""
        if scene.feedback is not None:
            message = scene.feedback.message
            self.scene.show(lambda width: [(), *wrap([Run(message, Ink("bad"))], width)])
        elif "knobs" in scene.value:
            self.open(scene.value)
        else:
            self.draw(scene.value)

    def open(self, parts: dict[str, Any]) -> None:
        """Take what the demo tells of itself, and ask its question first."""
        self.knobs, self.presets = parts["knobs"], parts["presets"]
        self.about = self.said = " ".join(str(parts["about"] or "").split())
        self.values = {knob["name"]: knob["value"] for knob in self.knobs}
        seen = self.services.store.setting(f"bet:{self.demo.id}")
        self.question = parts["predict"] if seen is None else None
        self.show_knobs()
        if self.clock is None:
            still = tuple(a for a in LAB if a.name.split("(")[0] not in TIMED)
            self.query_one(KeyBar).show(still)
        if self.question:
            self.scene.show(self.ask_first)
        else:
            self.ask()

    def ask_first(self, width: int) -> Picture:
        """Return the question that comes before the first scene."""
        assert self.question is not None
        rows: Picture = [(), row(Run("Before you look", Ink("accent", bold=True))), ()]
        rows += [*wrap([Run(str(self.question["ask"]), Ink("text"))], width), ()]
        for number, choice in enumerate(self.question["choices"], 1):
            lead = row(Run(f" {number}  ", Ink("accent", bold=True)))
            rows += wrap([Run(str(choice), Ink("text"))], width, lead, row("    "))
        return [*rows, (), row(Run("Press its digit.", Ink("muted")))]

    def on_key(self, event: events.Key) -> None:
        """A digit answers the first question."""
        digit = event.character or ""
        if self.question is None or not digit.isdigit():
            return
        choices = self.question["choices"]
        if 0 < int(digit) <= len(choices):
            event.stop()
            self.answer(choices[int(digit) - 1])

    def answer(self, chosen: Any) -> None:
        assert self.question is not None
        right = chosen == self.question["answer"]
        first = "You said so." if right else f"You said {chosen}; watch what happens."
        self.said = f"{first} {self.question['because']}"
        self.services.store.set_setting(f"bet:{self.demo.id}", right)
        self.question = None
        self.ask()

    def draw(self, value: Any) -> None:
        from tutor.viz.scenes import scene_picture

        self.drawing = False
        self.scene.show(lambda width: scene_picture(value, width, self.scene_height()))
        if self.stale:
            self.ask()

    def scene_height(self) -> int:
        return max(8, self.scene.size.height - 1)

    def ask(self) -> None:
        """Ask for a new scene; while one is drawn, only the newest wish is kept."""
        if self.question is not None:
            return
        self.show_knobs()
        self.stale = self.drawing
        if not self.drawing and self.talk is not None:
            self.drawing = True
            self.talk.send(Control("draw", self.values))

    def show_knobs(self) -> None:
        sheet = self.query_one("#knobs", Sheet)
        wide = self.has_class("-wide")
        sheet.show(lambda width: knob_rows(self.knobs, self.values, self.at, self.said, width,
                                           upright=wide))  # fmt: skip
        sheet.styles.height = "1fr" if wide else len(sheet.picture)
        clock = self.clock
        speed = ("slow", "", "fast")[self.speed_at]
        if clock is not None:
            state = "playing" if self.playing else "paused"
            at = f"{clock['name']} {self.values[clock['name']]:g} of {clock['high']:g}"
            self.query_one(TitleBar).note = f"{state} {speed}  {at}"

    @property
    def clock(self) -> Knob | None:
        """The knob that is the time axis, if there is one."""
        return next((knob for knob in self.knobs if knob.get("plays")), None)

    def tick(self) -> None:
        """Let time go on while the demo plays, no faster than it draws."""
        clock, now = self.clock, time.monotonic()
        late = now - self.ticked >= 1 / SPEEDS[self.speed_at]
        if not self.playing or clock is None or self.drawing or not late:
            return
        self.ticked = now
        self.values[clock["name"]] = nudged(clock, self.values[clock["name"]], 1)
        self.playing = self.values[clock["name"]] < clock["high"]
        self.ask()

    def action_play(self) -> None:
        """Let time run, from the start when it is at its end."""
        clock = self.clock
        if clock is None:
            self.tell("This demo has no time; turn its knobs.")
            return
        self.playing = not self.playing
        if self.playing and self.values[clock["name"]] >= clock["high"]:
            self.values[clock["name"]] = clock["low"]
        self.ask()

    def action_tick(self, steps: int) -> None:
        """Go one step on or back in time."""
        if (clock := self.clock) is not None:
            self.playing = False
            self.values[clock["name"]] = nudged(clock, self.values[clock["name"]], steps)
            self.ask()

    def action_speed(self) -> None:
        self.speed_at = (self.speed_at + 1) % len(SPEEDS)
        self.show_knobs()

    def action_knob(self, steps: int) -> None:
        if self.knobs:
            self.at = (self.at + steps) % len(self.knobs)
            self.show_knobs()

    def action_turn(self, steps: int) -> None:
        """Turn the chosen knob by some steps."""
        if self.knobs:
            knob = self.knobs[self.at]
            self.values[knob["name"]] = nudged(knob, self.values[knob["name"]], steps)
            self.ask()

    def action_preset(self) -> None:
        """Go to the next preset."""
        if self.presets:
            self.preset_at = (self.preset_at + 1) % len(self.presets)
            preset = self.presets[self.preset_at]
            self.values = {k["name"]: k["value"] for k in self.knobs} | preset["values"]
            warning = "Fails on purpose. " if preset.get("fails") else ""
            said = str(preset["say"]).removeprefix("Fails on purpose. ")
            self.said = f"{preset['name']}: {warning}{said}"
            self.playing = False
            self.ask()

    def action_reset(self) -> None:
        self.values = {knob["name"]: knob["value"] for knob in self.knobs}
        self.said, self.playing = self.about, False
        self.ask()

    def action_copy(self) -> None:
        """Copy the setting as one line."""
        line = setting_line(self.demo.id, self.knobs, self.values)
        self.app.copy_to_clipboard(line)
        self.tell(f"Copied: {line}", seconds=8)

    def action_enter(self) -> None:
        field = self.query_one(Input)
        field.add_class("-asking")
        field.focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take a shared setting."""
        try:
            self.values |= setting_of(event.value, self.knobs)
        except ValueError as error:
            self.tell(str(error), bad=True)
            return
        self.end_asking()
        self.ask()

    def end_asking(self) -> None:
        self.query_one(Input).remove_class("-asking")
        self.scene.focus()

    def action_back(self) -> None:
        if self.query_one(Input).has_class("-asking"):
            self.end_asking()
        else:
            super().action_back()

    def on_unmount(self) -> None:
        if self.talk is not None:
            self.talk.close()
