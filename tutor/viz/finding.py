"""Finding words in a picture, and marking them."""

from tutor.viz.ink import Ink, Picture, Row, Run

HIT = Ink("title", "selection", bold=True, reverse=True)


def mark(picture: Picture, query: str) -> tuple[Picture, list[int]]:
    """Return a picture with every mention of `query` marked, and the rows that hold one.

    Case does not matter; a mention broken over two rows is not found.
    """
    wanted = query.lower()
    if not wanted.strip():
        return picture, []
    rows: Picture = []
    hits: list[int] = []
    for number, line in enumerate(picture):
        text = plain(line).lower()
        if wanted in text:
            hits.append(number)
            line = marked(line, starts(text, wanted), len(wanted))
        rows.append(line)
    return rows, hits


def plain(line: Row) -> str:
    return "".join(run.text for run in line).replace("\u00a0", " ")


def starts(text: str, wanted: str) -> list[int]:
    found, at = [], text.find(wanted)
    while at >= 0:
        found.append(at)
        at = text.find(wanted, at + len(wanted))
    return found


def marked(line: Row, places: list[int], size: int) -> Row:
    """Return a row with the characters at `places` up to `size` further marked."""
    inside = {at + i for at in places for i in range(size)}
    result: list[Run] = []
    at = 0
    for run in line:
        for char in run.text:
            ink = HIT._replace(link=run.ink.link) if at in inside else run.ink
            if result and result[-1].ink == ink:
                result[-1] = Run(result[-1].text + char, ink)
            else:
                result.append(Run(char, ink))
            at += 1
    return tuple(result)
