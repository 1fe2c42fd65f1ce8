"""A page of the book: set, scrolled, searched, its links followed, its place remembered."""

from functools import partial
from typing import ClassVar

from textual import events
from textual.widgets import Input

from tutor.course import Lesson
from tutor.course.blocks import Block, Figure, walk
from tutor.course.glossary import with_terms
from tutor.course.parse import parse
from tutor.errors import NotFound
from tutor.tui.screens.base import TutorScreen
from tutor.tui.services import page_blocks
from tutor.tui.widgets.card import Card
from tutor.tui.widgets.page_sheet import PageSheet
from tutor.tui.widgets.sheet import Sheet
from tutor.tui.widgets.titlebar import TitleBar
from tutor.viz.ink import Ink, Picture, Run, row
from tutor.viz.typeset.text import wrap

CONTENTS_FROM = 112
"""Screen width from which the contents list stands beside the page."""
FIND = "find on this page"


class PageScreen(TutorScreen):
    """What reading needs, whatever is alive on the page."""

    DEFAULT_CSS: ClassVar[str] = """
    PageScreen #contents { width: 30; display: none; background: $surface; }
    PageScreen.-contents #contents { display: block; }
    PageScreen PageSheet { width: 1fr; }
    PageScreen Input { dock: bottom; display: none; margin-bottom: 1; height: 3; }
    PageScreen Input.-asking { display: block; }
    """

    def __init__(self, lesson: Lesson, anchor: str = "", query: str = "") -> None:
        super().__init__()
        self.lesson = lesson
        self.wanted = anchor
        self.wanted_words = query
        self.blocks: tuple[Block, ...] = ()
        self.figures: dict[str, Picture] = {}
        self.reading_place: tuple[str, int] | None = None
        self.has_read = False

    @property
    def sheet(self) -> PageSheet:
        return self.query_one(PageSheet)

    def read_blocks(self) -> tuple[Block, ...]:
        """Return the page's blocks, its terms linked to the glossary."""
        blocks = page_blocks(self.lesson.path, self.lesson.path.stat().st_mtime)
        return with_terms(blocks, self.services.glossary, self.lesson.id)

    def keep_reading(self) -> None:
        """Set the page again with its figures, keeping the line on top where it is."""
        sheet = self.sheet
        top = sheet.scroll_offset.y
        anchor = sheet.heading_above(top)
        old = sheet.page.anchors.get(anchor, 0)
        sheet.recompose_rows()
        new = sheet.page.anchors.get(anchor, 0)
        sheet.scroll_to(y=max(0, top + new - old), animate=False)

    def draw_figures(self) -> None:
        """Draw all figures of the page; a figure that fails says so in its place."""
        from tutor.viz import figures

        for block in walk(self.blocks):
            if isinstance(block, Figure) and block.text not in self.figures:
                try:
                    self.figures[block.text] = figures.draw(
                        block.text, str(self.lesson.path)
                    )
                except Exception as error:
                    notice = f"(this figure cannot be drawn: {error})"
                    self.figures[block.text] = [row(Run(notice, Ink("bad")))]

    def go_to_start(self) -> None:
        """Go to the wanted words or heading, or to where the learner stopped reading."""
        sheet = self.sheet
        if self.wanted or self.wanted_words:
            line = sheet.page.anchors.get(self.wanted, 0)
        else:
            block, offset = self.left_at
            line = sheet.page.anchors.get(block, 0) + offset
        self.call_after_refresh(self.arrive, line)

    @property
    def left_at(self) -> tuple[str, int]:
        """Return the heading below which the learner stopped reading, and how far below."""
        block, offset = self.services.store.setting(f"at:{self.lesson.id}", ("", 0))
        return block, offset

    @property
    def starts_at_top(self) -> bool:
        """Return whether nothing calls for another place than the page's beginning."""
        return not (self.wanted or self.wanted_words or any(self.left_at))

    def arrive(self, line: int) -> None:
        self.sheet.scroll_to(y=line, animate=False)
        if self.wanted_words:
            self.call_after_refresh(self.look_for, self.wanted_words)

    def scrolled(self) -> None:
        """Note the heading at the top and how far below it the reader is."""
        sheet = self.sheet
        if not sheet.page.anchors:
            return
        line = sheet.scroll_offset.y
        anchor = sheet.heading_above(line)
        self.reading_place = (anchor, line - sheet.page.anchors.get(anchor, 0))
        self.has_read |= line + sheet.size.height >= len(sheet.picture)
        share = min(1.0, (line + sheet.size.height) / max(1, len(sheet.picture)))
        self.query_one(TitleBar).note = f"{100 * share:.0f} %"

    def remember_place(self) -> None:
        """Keep where the reader is; a page seen to its end counts as read."""
        if self.reading_place is not None:
            store = self.services.store
            store.set_setting(f"at:{self.lesson.id}", self.reading_place)
            if self.has_read:
                store.mark(self.lesson.id, "read")

    def on_unmount(self) -> None:
        self.remember_place()

    def on_screen_suspend(self) -> None:
        self.remember_place()

    def fill_contents(self) -> None:
        rows: Picture = [(), row(Run("Contents", Ink("title", bold=True))), ()]
        for level, title, anchor in self.sheet.page.contents[1:]:
            ink = Ink("text", link=f"#{anchor}")
            rows += wrap([Run(title, ink)], 26, row("  " * (level - 2)), row("    "))
        self.query_one("#contents", Sheet).show(rows)
        self.set_class(self.size.width >= CONTENTS_FROM, "-contents")

    def on_resize(self, event: events.Resize) -> None:
        self.set_class(event.size.width >= CONTENTS_FROM, "-contents")

    def action_contents(self) -> None:
        self.toggle_class("-contents")

    def action_page(self) -> None:
        self.sheet.action_page_down()

    def on_sheet_followed(self, event: Sheet.Followed) -> None:
        self.follow(event.link)

    def follow(self, link: str) -> None:
        """Go where a link leads: a term, a footnote, a heading, a place of the course."""
        if link.startswith("term:"):
            self.explain(link.removeprefix("term:"))
        elif link in self.sheet.page.notes:
            self.app.push_screen(Card("Note", self.sheet.page.notes[link]))
        elif link.startswith("#"):
            self.sheet.scroll_to(y=self.sheet.page.anchors.get(link[1:], 0), animate=False)
        elif link and "://" not in link:
            place, _, anchor = link.partition("#")
            try:
                self.tutor.open_place(place, anchor)
            except NotFound as error:
                self.tell(str(error), bad=True)
        elif link:
            self.app.copy_to_clipboard(link)
            self.tell(f"Copied: {link}")

    def explain(self, name: str) -> None:
        """Show what a term means."""
        term = self.services.glossary.terms[name]
        go = partial(self.follow, term.see) if term.see else None
        self.app.push_screen(Card(term.name, parse(term.says), go))

    def action_find(self) -> None:
        self.ask(FIND)

    def ask(self, what: str) -> None:
        """Show the field, for an answer or for words to find."""
        field = self.query_one(Input)
        field.placeholder = what
        field.value = ""
        field.add_class("-asking")
        field.focus()

    def look_for(self, words: str) -> None:
        """Mark words on this page; search the course when there are none."""
        self.query_one(Input).remove_class("-asking")
        self.sheet.focus()
        count = self.sheet.search(words.strip())
        if words.strip() and not count:
            from tutor.tui.screens.search import SearchScreen

            self.sheet.search("")
            self.app.push_screen(SearchScreen(words.strip()))
        elif count:
            self.query_one(TitleBar).note = f"{count} lines   n next   Esc ends"
