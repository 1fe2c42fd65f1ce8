"""The built-in editor: Textual's text area with Python colours and a marked line."""

from typing import ClassVar

from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import Selection, TextAreaTheme

from tutor.tui.theme import ink_theme, style_of
from tutor.viz.ink import Ink
from tutor.viz.themes import THEMES, ThemeName

SYNTAX = {
    "string": "string", "string.documentation": "string", "comment": "comment",
    "keyword": "keyword", "operator": "text", "repeat": "keyword", "exception": "keyword",
    "include": "keyword", "keyword.function": "keyword", "keyword.return": "keyword",
    "keyword.operator": "keyword", "conditional": "keyword", "number": "number",
    "float": "number", "class": "function", "type": "function", "type.class": "function",
    "function": "function", "function.call": "function", "method": "function",
    "method.call": "function", "boolean": "number", "constant.builtin": "number",
    "variable": "text", "parameter": "text", "type.builtin": "function",
}  # fmt: skip


def editor_theme(name: ThemeName) -> TextAreaTheme:
    """Return the colours of the editor under a theme."""
    colours = THEMES[name]
    return TextAreaTheme(
        name=f"dltutor-{name}",
        base_style=Style(color=colours["text"]),
        gutter_style=Style(color=colours["faint"]),
        cursor_line_style=Style(bgcolor=colours["surface"]),
        cursor_line_gutter_style=Style(color=colours["accent"], bgcolor=colours["surface"]),
        selection_style=Style(bgcolor=colours["selection"]),
        syntax_styles={key: style_of(Ink(token), name) for key, token in SYNTAX.items()},
    )


class Editor(TextArea):
    """A code editor that says when its text has been changed by typing."""

    DEFAULT_CSS = """
    Editor { border: none; padding: 0; background: $background; height: 1fr; }
    Editor:focus { border: none; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape", "screen.leave_editor", "Leave the editor", show=False, priority=True
        ),
    ]

    class Edited(Message):
        """The learner changed the text."""

    def __init__(self) -> None:
        super().__init__("", soft_wrap=False, show_line_numbers=True, tab_behavior="indent")
        self.is_dirty = False
        self.kept = ""
        self.marked: int | None = None

    def on_mount(self) -> None:
        for name in THEMES:
            self.register_theme(editor_theme(name))
        self.follow_theme()
        self.watch(self.app, "theme", self.follow_theme, init=False)
        if "python" in self.available_languages:
            self.language = "python"

    def follow_theme(self) -> None:
        self.theme = f"dltutor-{ink_theme(self.app.theme)}"

    def load(self, text: str) -> None:
        """Show a text that is on disk, keeping the cursor where it is."""
        self.kept = text
        self.is_dirty = False
        if text != self.text:
            place = self.cursor_location
            self.load_text(text)
            self.move_cursor(place)

    def mark_kept(self) -> None:
        """Note that the present text is on disk."""
        self.kept = self.text
        self.is_dirty = False

    def mark_line(self, line: int | None) -> None:
        """Mark a line, counted from 1, as the one that failed; None takes the mark away."""
        self.marked = line
        if line is not None and 0 < line <= self.document.line_count:
            self.move_cursor((line - 1, 0))
        self._line_cache.clear()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw a line, the marked one on a ground of its own."""
        strip = super().render_line(y)
        if self.marked is not None and y + self.scroll_offset.y == self.marked - 1:
            theme = ink_theme(self.app.theme)
            return strip.apply_style(
                Style(bgcolor=THEMES[theme]["selection"], underline=True)
            )
        return strip

    def go_to_line(self, line: int) -> None:
        """Put the cursor on a line, counted from 1; the last when there are fewer."""
        line = max(1, min(line, self.document.line_count))
        self.move_cursor((line - 1, 0), center=True)

    def find_next(self, wanted: str) -> bool:
        """Select the next mention of a word, from the cursor on and then from the top."""
        text, start = self.text.lower(), self.position(self.selection.end)
        at = text.find(wanted.lower(), start)
        at = text.find(wanted.lower()) if at < 0 else at
        if at < 0:
            return False
        self.selection = Selection(self.place(at), self.place(at + len(wanted)))
        self.scroll_cursor_visible(center=True)
        return True

    def position(self, place: tuple[int, int]) -> int:
        """Return a place as a position in the text."""
        lines = self.text.split("\n")[: place[0]]
        return sum(len(line) + 1 for line in lines) + place[1]

    def place(self, position: int) -> tuple[int, int]:
        """Return a position in the text as row and column."""
        before = self.text[:position]
        return before.count("\n"), len(before) - before.rfind("\n") - 1

    async def _on_key(self, event: events.Key) -> None:
        """Begin a new line as deep as this one, and deeper after a colon."""
        if event.key != "enter" or self.read_only:
            await super()._on_key(event)
            return
        event.stop()
        event.prevent_default()
        row, column = self.selection.start
        before = self.document.get_line(row)[:column]
        depth = len(before) - len(before.lstrip(" "))
        if before.rstrip().endswith(":"):
            depth += self.indent_width
        self.replace("\n" + " " * depth, *self.selection, maintain_selection_offset=False)

    def on_text_area_changed(self) -> None:
        self.is_dirty = self.text != self.kept
        if self.is_dirty:
            self.marked = None
            self.post_message(self.Edited())
