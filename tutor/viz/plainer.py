"""Drawn characters in ASCII, for fonts without braille, blocks or lines."""

import unicodedata

from tutor.viz.ink import Picture, Row, Run

SHADES = " .:-=+*#%"
"""By how many of its eight dots a braille character shows."""
PLAIN = str.maketrans(
    {
        **dict.fromkeys("─━═╌┄┈—–", "-"),
        **dict.fromkeys("│┃║╎┆▌▐▏", "|"),
        **dict.fromkeys("┌┐└┘├┤┬┴┼╭╮╰╯╱╲", "+"),
        **dict.fromkeys("█▉▊▋", "#"),
        **dict.fromkeys("▓▀▄", "%"),
        **dict.fromkeys("▒▍▎", "+"),
        **dict.fromkeys("░▁▂▃", "."),
        **dict.fromkeys("▅▆▇", "="),
        **dict.fromkeys("▸▶▷→↪", ">"),
        **dict.fromkeys("◂◀←", "<"),
        **dict.fromkeys("•·∙◆◇", "*"),
        **dict.fromkeys("●○◐◉", "o"),
        **{
            "✓": "v",
            "✗": "x",
            "↑": "^",
            "↓": "v",
            "…": "~",
            "⇧": "^",
            "⌫": "<",
            "⋯": "~",
            "−": "-",
        },
    }
)
"""One cell for one cell, so that nothing moves."""
BRAILLE = {0x2800 + bits: SHADES[bits.bit_count()] for bits in range(256)}


LETTERS = {
    code: letter
    for code in range(0x1D400, 0x1D7FF + 1)
    if len(letter := unicodedata.normalize("NFKC", chr(code))) == 1
}
"""Bold, script and other letters of formulas, as the plain letter."""


def ascii_text(text: str) -> str:
    """Return a text of the same width with drawn characters in ASCII."""
    return text if text.isascii() else text.translate(TABLE)


TABLE = PLAIN | BRAILLE | LETTERS


def ascii_row(row: Row) -> Row:
    return tuple(Run(ascii_text(run.text), run.ink) for run in row)


def ascii_picture(picture: Picture) -> Picture:
    """Return a picture of the same shape without drawn characters."""
    return [ascii_row(row) for row in picture]
