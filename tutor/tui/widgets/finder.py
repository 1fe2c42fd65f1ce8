"""The line that asks for a word to find in the editor, or a line to go to."""

from textual.message import Message
from textual.widgets import Input

from tutor.tui.widgets.editor import Editor


class Finder(Input):
    """A field below the panes; it stays for the next mention until it is closed."""

    DEFAULT_CSS = """
    Finder { dock: bottom; display: none; margin-bottom: 1; height: 3; }
    Finder.-asking { display: block; }
    """

    class Closed(Message):
        """The field went away: the editor is wanted again."""

    class Missed(Message):
        """The word is nowhere."""

        def __init__(self, word: str) -> None:
            super().__init__()
            self.word = word

    def __init__(self) -> None:
        super().__init__(placeholder="find, or :line", select_on_focus=True)

    @property
    def is_asking(self) -> bool:
        return self.has_class("-asking")

    def ask(self) -> None:
        """Come up and take the keys."""
        self.add_class("-asking")
        self.focus()

    def close(self) -> None:
        """Go away."""
        self.remove_class("-asking")
        self.post_message(self.Closed())

    def look_in(self, editor: Editor) -> None:
        """Go to the line, or to the next mention of the word, that was typed."""
        wanted = self.value
        if wanted.startswith(":") and wanted[1:].isdecimal():
            editor.go_to_line(int(wanted[1:]))
            self.close()
        elif wanted and not editor.find_next(wanted):
            self.post_message(self.Missed(wanted))
