"""Every action of every screen: keys, footer, help and palette all read it here.

An action's id is its table's name and its label, such as ``lesson.next``; that is how the
``[keys]`` of the settings file name it.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that can be done on a screen."""

    id: str
    """``table.label``, words joined by ``-``."""
    keys: str
    """Textual's names of the keys, joined by commas; may be empty."""
    name: str
    """The method ``action_<name>`` of the screen, or of the app after ``app.``."""
    label: str
    """One or two words for the footer."""
    help: str
    """What it does, as a sentence."""


Table = tuple[Action, ...]


def table(screen: str, *rows: tuple[str, str, str, str]) -> Table:
    """Return the actions of a screen from rows of label, keys, method and help."""
    return tuple(
        Action(f"{screen}.{label.replace(' ', '-')}", keys, name, label, help)
        for label, keys, name, help in rows
    )


EVERYWHERE = table(
    "any",
    ("help", "question_mark,f1", "help", "Show all keys of this screen."),
    ("palette", "ctrl+p,colon", "app.command_palette", "Find any action or place by name."),
    ("jump", "f", "jump", "Label everything one can go to; a second key goes there."),
    ("search", "slash", "search", "Search the text of the whole course."),
    ("back", "escape", "back", "Go back to where you came from."),
    ("home", "", "app.go_home", "Go to the map of the course."),
    ("reviews", "", "app.open_reviews", "Answer the review cards that are due."),
    ("progress", "", "app.open_progress", "See what is done, and what was learned from mistakes."),
    ("runs", "", "app.open_runs", "See the kept training runs and compare them."),
    ("settings", "", "app.open_settings", "Change colours, page width, keys and more."),
    ("theme", "", "app.next_theme", "Switch to the next colours: dark, light, contrast, mono."),
    ("quit", "ctrl+q", "app.quit", "Leave; everything is saved."),
)  # fmt: skip

HOME = table(
    "home",
    ("open", "enter", "open", "Open the place under the cursor, or unfold the topic."),
    ("continue", "c", "resume", "Go on where you left off."),
    ("review", "r", "app.open_reviews", "Answer the review cards that are due."),
    ("progress", "p", "app.open_progress", "See what is done."),
    ("settings", "comma", "app.open_settings", "Change colours, page width, keys and more."),
    ("down", "j,down", "cursor(1)", "Move the cursor down."),
    ("up", "k,up", "cursor(-1)", "Move the cursor up."),
    ("next topic", "right_square_bracket,l,right", "jump_topic(1)", "Move to the next topic."),
    ("topic before", "left_square_bracket,h,left", "jump_topic(-1)", "Move to the topic before."),
    ("quit", "q", "app.quit", "Leave; everything is saved."),
)  # fmt: skip

LESSON = table(
    "lesson",
    ("next question", "tab", "spot(1)", "Go to the next question, code, exercise or demo."),
    ("answer or open", "enter", "open", "Answer the question, run the code, or open the place."),
    ("next", "n", "turn(1)", "Turn to what comes next; after a search, to the next hit."),
    ("find", "slash", "find", "Find a word on this page."),
    ("contents", "o", "contents", "Show or hide the list of headings."),
    ("exercise", "e", "exercise", "Go to this lesson's first open exercise."),
    ("previous", "p,N", "turn(-1)", "Turn to what came before; after a search, to the hit before."),
    ("question before", "shift+tab", "spot(-1)", "Go to the question before."),
    ("answer again", "r", "again", "Forget the answer to this question."),
    ("page", "space", "page", "Read on by a page."),
    ("copy", "y", "copy", "Copy the code in focus, or the first on the screen."),
    ("quit page", "q", "back", "Go back to the course."),
)  # fmt: skip

EXERCISE = table(
    "exercise",
    ("save & check", "ctrl+s", "check", "Save the file and check it."),
    ("hint", "ctrl+t", "hint", "Show the next hint."),
    ("editor", "ctrl+e", "pane", "Go to the editor, then to the results; Esc leads to the task."),
    ("next", "ctrl+n", "next", "Go on to what comes next."),
    ("run", "ctrl+r", "run", "Run the file as it is and show what it prints."),
    ("find", "ctrl+f", "find", "Find a word in the code, or go to a line: `:12`."),
    ("lesson", "ctrl+g", "lesson", "Go to the paragraph that explains the mistake."),
    ("own editor", "ctrl+o", "editor", "Edit the file in your own editor."),
    ("reference", "ctrl+k", "solution", "Show the reference, after a pass or on giving up."),
    ("versions", "ctrl+l", "versions", "List all earlier texts, compare them, bring one back."),
    ("watch", "ctrl+w", "watch", "Watch this capstone train."),
)  # fmt: skip

TRAINING = table(
    "training",
    ("pause", "space", "pause", "Pause the run, or let it go on."),
    ("stop", "s", "stop", "Stop the run."),
    ("chart", "tab", "zoom(1)", "Show one chart large, the next, or all."),
    ("log scale", "l", "log", "Switch the vertical axis to logarithms and back."),
    ("smooth", "m", "smooth", "Smooth the curves more, or not at all."),
    ("knob", "k", "knob", "Choose a knob of the run; + and - turn it."),
    ("compare", "c", "compare", "Lay kept runs under this one."),
    ("cursor right", "right", "cursor(1)", "Move the cursor across all charts."),
    ("cursor left", "left", "cursor(-1)", "Move the cursor across all charts, back."),
    ("x axis", "x", "axis", "Draw over steps, or over seconds."),
    ("details", "d", "details", "Show layers, histograms and samples instead of curves."),
    ("more", "plus,equals_sign", "turn(1)", "Turn the chosen knob up; in a replay, go faster."),
    ("less", "minus", "turn(-1)", "Turn the chosen knob down; in a replay, go slower."),
    ("episodes", "t", "theatre", "Watch the episodes of this run."),
    ("run again", "r", "again", "Run again from the start with a fresh seed."),
    ("quit run", "q", "back", "Go back to the exercise."),
)  # fmt: skip

RUNS = table(
    "runs",
    ("open", "enter", "open", "Open the run and replay it."),
    ("mark", "space", "mark", "Mark this run, to compare it with others."),
    ("compare", "c", "compare", "Draw the marked runs over each other."),
    ("down", "j,down", "cursor(1)", "Move the cursor down."),
    ("up", "k,up", "cursor(-1)", "Move the cursor up."),
    ("episodes", "t", "theatre", "Watch the episodes of this run."),
    ("rename", "r", "rename", "Give the run a name; named runs are kept."),
    ("export", "e", "export", "Write the run as CSV, JSON, picture or TensorBoard events."),
    ("delete", "d", "delete", "Delete the run."),
    ("quit runs", "q", "back", "Go back."),
)  # fmt: skip

COMPARING = table(
    "comparing",
    ("band", "b", "band", "Show each run, or the band that all of them span."),
    ("log scale", "l", "log", "Switch the vertical axis to logarithms and back."),
    ("smooth", "m", "smooth", "Smooth the curves more, or not at all."),
    ("quit comparing", "q", "back", "Go back."),
)  # fmt: skip

THEATRE = table(
    "theatre",
    ("play", "space", "play", "Play the episode, or pause."),
    ("step", "right,l", "step(1)", "Go one step on."),
    ("step back", "left,h", "step(-1)", "Go one step back."),
    ("next episode", "tab", "episode(1)", "Show the next episode of the run."),
    ("episode before", "shift+tab", "episode(-1)", "Show the episode before."),
    ("faster", "plus,equals_sign", "speed(1)", "Play faster."),
    ("slower", "minus", "speed(-1)", "Play slower."),
    ("two", "d", "two", "Show the first episode beside this one."),
    ("take over", "t", "take_over", "Play the environment yourself."),
    ("start", "home,0", "start", "Go to the first step."),
    ("end", "end,dollar_sign", "end", "Go to the last step."),
    ("quit theatre", "q", "back", "Go back."),
)  # fmt: skip

LAB = table(
    "lab",
    ("more", "right,l", "turn(1)", "Turn the knob up."),
    ("less", "left,h", "turn(-1)", "Turn the knob down."),
    ("next knob", "down,j,tab", "knob(1)", "Choose the next knob."),
    ("play", "space", "play", "Let time run, or stop it."),
    ("presets", "p", "preset", "Go to the next preset."),
    ("step", "full_stop", "tick(1)", "Go one step on in time."),
    ("step back", "comma", "tick(-1)", "Go one step back in time."),
    ("speed", "s", "speed", "Play slow, or fast."),
    ("knob before", "up,k,shift+tab", "knob(-1)", "Choose the knob before."),
    ("far more", "shift+right,L", "turn(10)", "Turn the knob up by ten steps."),
    ("far less", "shift+left,H", "turn(-10)", "Turn the knob down by ten steps."),
    ("copy setting", "y", "copy", "Copy this setting as a line to share."),
    ("enter setting", "i", "enter", "Type or paste a setting that somebody shared."),
    ("reset", "r", "reset", "Put all knobs back."),
    ("quit lab", "q", "back", "Go back."),
)  # fmt: skip

REVIEW = table(
    "review",
    ("answer", "enter", "answer", "Answer, or accept the proposed grade."),
    ("again", "1", "grade(1)", "You did not know it: ask again soon."),
    ("hard", "2", "grade(2)", "You knew it, with effort."),
    ("good", "3", "grade(3)", "You knew it."),
    ("easy", "4", "grade(4)", "You knew it at once: ask much later."),
    ("source", "o", "source", "Open the place that the card is from."),
    ("bury", "b", "bury", "Not today: go to the next card."),
    ("quit review", "q", "back", "Go back; the rest stays due."),
)  # fmt: skip

PROGRESS = table(
    "progress",
    ("export", "e", "export", "Write everything into one archive that can be read and moved."),
    ("review", "r", "app.open_reviews", "Answer the review cards that are due."),
    ("quit progress", "q", "back", "Go back."),
)  # fmt: skip

SEARCH = table(
    "search",
    ("down", "down,ctrl+n", "cursor(1)", "Move to the next hit."),
    ("up", "up", "cursor(-1)", "Move to the hit before."),
    ("open", "enter", "open", "Open the page at the hit."),
)  # fmt: skip

SETTINGS = table(
    "settings",
    ("more", "right,l,enter", "turn(1)", "Choose the next value, or a new key."),
    ("less", "left,h", "turn(-1)", "Choose the value before."),
    ("down", "down,j,tab", "cursor(1)", "Move down."),
    ("up", "up,k,shift+tab", "cursor(-1)", "Move up."),
    ("default", "backspace,delete", "default", "Put this one back to what it was at first."),
    ("quit settings", "q", "back", "Go back."),
)  # fmt: skip

VERSIONS = table(
    "versions",
    ("restore", "enter", "restore", "Bring this text back; the present one is kept."),
    ("down", "down,j", "cursor(1)", "Move to an older text."),
    ("up", "up,k", "cursor(-1)", "Move to a newer text."),
    ("whole", "w", "whole", "Show the whole text, or what differs."),
    ("quit versions", "q", "back", "Go back."),
)  # fmt: skip

TABLES: dict[str, Table] = {
    "any": EVERYWHERE, "home": HOME, "lesson": LESSON, "exercise": EXERCISE,
    "training": TRAINING, "runs": RUNS, "comparing": COMPARING, "theatre": THEATRE,
    "lab": LAB, "review": REVIEW, "progress": PROGRESS, "search": SEARCH,
    "settings": SETTINGS, "versions": VERSIONS,
}  # fmt: skip
"""All tables by name, for the settings screen and the tests."""
