"""A demo with knobs, running on the learner's own functions in the sandbox."""

from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

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
from tutor.viz.typeset.text import wrap

Knob = dict[str, Any]


class LabScreen(TutorScreen):
    """Knobs on top, the drawn scene below."""

    ACTIONS: ClassVar[Table] = LAB
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(LAB, priority=True)]
    DEFAULT_CSS = """
    LabScreen #knobs { height: auto; max-height: 9; background: $surface; }
    LabScreen #scene { height: 1fr; }
    """

    def __init__(self, demo: Demo) -> None:
        super().__init__()
        self.demo = demo
        self.knobs: list[Knob] = []
        self.values: dict[str, Any] = {}
        self.presets: list[dict[str, Any]] = []
        self.at = 0
        self.preset_at = -1
        self.said = ""
        self.talk: Conversation | None = None
        self.drawing = False
        self.stale = False

    def compose(self) -> ComposeResult:
        yield TitleBar(self.demo.title)
        yield Sheet(id="knobs")
        yield Sheet(id="scene")
        yield KeyBar(LAB)

    def on_mount(self) -> None:
        self.query_one("#scene", Sheet).show(
            [(), row(Run("  opening the demo …", Ink("muted")))]
        )
        self.services.store.mark(self.demo.id, "read")
        self.run_worker(self.live(), exclusive=True, group="demo")

    async def live(self) -> None:
        """Open the demo and show its scenes until the screen is left."""
        scene_sheet = self.query_one("#scene", Sheet)
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
            scene_sheet.show([(), row(Run(str(error), Ink("bad")))])

    def take(self, scene: Scene) -> None:
        """Take the knobs from the first scene, and draw the others."""
        sheet = self.query_one("#scene", Sheet)
        if scene.feedback is not None:
            message = scene.feedback.message
            sheet.show(lambda width: [(), *wrap([Run(message, Ink("bad"))], width)])
        elif "knobs" in scene.value:
            self.knobs = scene.value["knobs"]
            self.presets = scene.value.get("presets", [])
            self.said = scene.value.get("about", "")
            self.action_reset()
        else:
            from tutor.viz.scenes import scene_picture

            value = scene.value
            sheet.show(lambda width: scene_picture(value, width, self.scene_height()))
            self.drawing = False
            if self.stale:
                self.ask()

    def scene_height(self) -> int:
        return max(8, self.query_one("#scene", Sheet).size.height - 1)

    def ask(self) -> None:
        """Ask for a new scene; while one is drawn, only the newest wish is kept."""
        self.show_knobs()
        self.stale = self.drawing
        if not self.drawing and self.talk is not None:
            self.drawing = True
            self.talk.send(Control("draw", self.values))

    def show_knobs(self) -> None:
        self.query_one("#knobs", Sheet).show(self.knob_rows)
        self.query_one("#knobs", Sheet).styles.height = len(
            self.knob_rows(self.size.width - 3)
        )

    def knob_rows(self, width: int) -> Picture:
        """Return the knobs as wrapped text, the chosen one marked."""
        runs: list[Run] = []
        for index, knob in enumerate(self.knobs):
            here = index == self.at
            name = Ink("accent" if here else "muted", bold=here, reverse=here)
            value = self.values[knob["name"]]
            shown = f"{value:g}" if isinstance(value, int | float) else str(value)
            text = f"{knob['name']}\u00a0{shown}".replace(" ", "\u00a0")
            runs += [Run(f"\u00a0{text}\u00a0", name), Run("  ")]
        rows = wrap(runs, width)
        if self.said:
            rows += wrap([Run(self.said, Ink("muted", italic=True))], width)
        return rows

    def action_knob(self, steps: int) -> None:
        if self.knobs:
            self.at = (self.at + steps) % len(self.knobs)
            self.show_knobs()

    def action_turn(self, steps: int) -> None:
        """Turn the chosen knob by one step."""
        if not self.knobs:
            return
        knob = self.knobs[self.at]
        value = self.values[knob["name"]]
        if choices := knob.get("choices"):
            value = choices[(choices.index(value) + steps) % len(choices)]
        else:
            value = min(max(value + steps * knob["step"], knob["low"]), knob["high"])
            value = round(value, 10)
        self.values[knob["name"]] = value
        self.ask()

    def action_preset(self) -> None:
        """Go to the next preset."""
        if self.presets:
            self.preset_at = (self.preset_at + 1) % len(self.presets)
            preset = self.presets[self.preset_at]
            self.values |= preset["values"]
            self.said = f"{preset['name']}: {preset['say']}"
            self.ask()

    def action_reset(self) -> None:
        self.values = {knob["name"]: knob["value"] for knob in self.knobs}
        self.ask()

    def on_unmount(self) -> None:
        if self.talk is not None:
            self.talk.close()
