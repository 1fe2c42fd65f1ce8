"""The page of a lesson: typeset, with a live block in focus and words marked."""

from tutor.tui.widgets.sheet import Sheet
from tutor.viz.finding import mark
from tutor.viz.ink import Picture
from tutor.viz.typeset.page import Page, Spot


class PageSheet(Sheet):
    """Shows a page and knows where its headings and live blocks stand."""

    def __init__(self) -> None:
        super().__init__()
        self.page = Page()
        self.query_text = ""
        self.hits: list[int] = []
        """Rows that hold the words searched for."""
        self.hit_at = -1

    def put(self, picture: Picture) -> None:
        picture, self.hits = mark(picture, self.query_text)
        super().put(picture)

    def find(self, name: str) -> Spot | None:
        """Return where the live block `name` stands."""
        return next((spot for spot in self.page.spots if spot.name == name), None)

    def heading_above(self, line: int) -> str:
        """Return the anchor of the heading above a row; empty if there is none."""
        anchors = self.page.anchors
        return max(
            (a for a in anchors if anchors[a] <= line), key=anchors.__getitem__, default=""
        )

    def search(self, query: str) -> int:
        """Mark words and go to their first mention in or below the view; return how many."""
        self.query_text = query
        self.recompose_rows()
        top = self.scroll_offset.y
        below = [i for i, line in enumerate(self.hits) if line >= top]
        self.hit_at = (below or [0])[0] - 1
        self.next_hit(1)
        return len(self.hits)

    def next_hit(self, steps: int) -> None:
        """Go to the next mention, or the one before, ends joined."""
        if self.hits:
            self.hit_at = (self.hit_at + steps) % len(self.hits)
            line = self.hits[self.hit_at]
            self.scroll_to(y=max(0, line - self.step // 3), animate=False)

    def first_shown(self, steps: int) -> int:
        """Return the index of the first live block below the top of the view."""
        top = self.scroll_offset.y
        for index, spot in enumerate(self.page.spots):
            if spot.bottom > top:
                return index if steps > 0 else max(0, index - 1)
        return len(self.page.spots) - 1
