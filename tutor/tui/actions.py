"""Every key of every screen: bindings, the footer, the help and the palette read it here."""

from dataclasses import dataclass

from textual.binding import Binding


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a key does."""

    keys: str
    """Textual's names of the keys, joined by commas."""
    name: str
    """The method ``action_<name>`` of the screen, or of the app after ``app.``."""
    label: str
    """One or two words for the footer."""
    help: str
    """What it does, as a sentence."""
    shown: str = ""
    """How the footer writes the key."""


EVERYWHERE = (
    Action("question_mark", "help", "help", "Show all keys of this screen.", "?"),
    Action(
        "ctrl+p",
        "app.command_palette",
        "palette",
        "Find any action or place by name.",
        "^P",
    ),
    Action("escape", "back", "back", "Go back to where you came from.", "Esc"),
    Action("ctrl+l", "app.toggle_theme", "theme", "Switch between dark and light.", "^L"),
    Action("ctrl+q", "app.quit", "quit", "Leave; everything is saved.", "^Q"),
)

HOME = (
    Action("enter", "open", "open", "Open the place under the cursor.", "Enter"),
    Action("c", "resume", "continue", "Go on where you left off.", "c"),
    Action("j,down", "cursor(1)", "down", "Move the cursor down.", "j"),
    Action("k,up", "cursor(-1)", "up", "Move the cursor up.", "k"),
    Action(
        "left_square_bracket,h",
        "jump(-1)",
        "previous lesson",
        "Move to the lesson before.",
        "[",
    ),
    Action(
        "right_square_bracket,l", "jump(1)", "next lesson", "Move to the lesson after.", "]"
    ),
    Action("q", "app.quit", "quit", "Leave; everything is saved.", "q"),
)

LESSON = (
    Action(
        "tab",
        "spot(1)",
        "next question",
        "Go to the next question, exercise or demo.",
        "Tab",
    ),
    Action(
        "enter",
        "open",
        "answer/open",
        "Answer the question, or open the exercise or demo.",
        "Enter",
    ),
    Action("n", "turn(1)", "next", "Turn to what comes next.", "n"),
    Action("p", "turn(-1)", "previous", "Turn to what came before.", "p"),
    Action("e", "exercise", "exercise", "Go to this lesson's first open exercise.", "e"),
    Action("o", "contents", "contents", "Show or hide the list of headings.", "o"),
    Action(
        "shift+tab", "spot(-1)", "question before", "Go to the question before.", "⇧Tab"
    ),
    Action("r", "again", "answer again", "Forget the answer to this question.", "r"),
    Action("space", "page", "page", "Read on by a page.", "Space"),
    Action("q", "back", "back", "Go back to the course.", "q"),
)

EXERCISE = (
    Action("ctrl+s", "check", "save & check", "Save the file and check it.", "^S"),
    Action("ctrl+t", "hint", "hint", "Show the next hint.", "^T"),
    Action(
        "ctrl+e",
        "pane",
        "editor",
        "Go to the editor, and from it to the results; Esc leads to the task.",
        "^E",
    ),
    Action(
        "ctrl+o",
        "editor",
        "own editor",
        "Edit the file in your own editor ($EDITOR).",
        "^O",
    ),
    Action("ctrl+n", "next", "next", "Go on to what comes next.", "^N"),
    Action("ctrl+r", "check", "check", "Check again.", "^R"),
    Action(
        "ctrl+g", "lesson", "lesson", "Go to the paragraph that explains the mistake.", "^G"
    ),
    Action(
        "ctrl+k",
        "solution",
        "reference",
        "Show the reference, after a pass or on giving up.",
        "^K",
    ),
    Action("ctrl+w", "watch", "watch", "Watch this capstone train.", "^W"),
    Action("ctrl+x", "reset", "reset", "Put the starter back; your text is kept.", "^X"),
)

TRAINING = (
    Action("space", "pause", "pause", "Pause the run, or let it go on.", "Space"),
    Action("s", "stop", "stop", "Stop the run.", "s"),
    Action(
        "l", "log", "log scale", "Switch the vertical axis to logarithms and back.", "l"
    ),
    Action("m", "smooth", "smooth", "Smooth the curves more, or not at all.", "m"),
    Action("tab", "zoom", "zoom", "Show one chart large, the next, or all.", "Tab"),
    Action("r", "again", "run again", "Run again from the start with a fresh seed.", "r"),
    Action("q", "back", "back", "Go back to the exercise.", "q"),
)

LAB = (
    Action("right,l", "turn(1)", "more", "Turn the knob up.", "→"),
    Action("left,h", "turn(-1)", "less", "Turn the knob down.", "←"),
    Action("down,j,tab", "knob(1)", "next knob", "Choose the next knob.", "↓"),
    Action("up,k,shift+tab", "knob(-1)", "knob before", "Choose the knob before.", "↑"),
    Action("p", "preset", "presets", "Go to the next preset.", "p"),
    Action("r", "reset", "reset", "Put all knobs back.", "r"),
    Action("q", "back", "back", "Go back.", "q"),
)


def bindings(actions: tuple[Action, ...], *, priority: bool = False) -> list[Binding]:
    """Return Textual bindings for actions; the footer is our own."""
    return [Binding(a.keys, a.name, a.help, show=False, priority=priority) for a in actions]


def hints(actions: tuple[Action, ...]) -> list[tuple[str, str]]:
    """Return footer hints in the order of the table."""
    return [(a.shown or a.keys, a.label) for a in actions]
