"""Signs that grow: brackets, roots, braces, lines and the large operators.

Knows boxes only, no formula.
"""

from tutor.viz.maths.box import Box, beside, rebased, stacked, stroke, text, widened

_BRACKETS = {
    "(": "⎛⎜⎜⎝", ")": "⎞⎟⎟⎠", "[": "⎡⎢⎢⎣", "]": "⎤⎥⎥⎦", "{": "⎧⎪⎨⎩", "}": "⎫⎪⎬⎭",
    "⌊": "⎢⎢⎢⎣", "⌋": "⎥⎥⎥⎦", "⌈": "⎡⎢⎢⎢", "⌉": "⎤⎥⎥⎥", "|": "││││", "‖": "║║║║",
}  # fmt: skip
"""Top, filling, middle and bottom of each tall bracket."""

_SHORT_BRACES = {"{": "⎰⎱", "}": "⎱⎰"}

_TALL_SIGNS = {
    "∑": ("╲▔▔", " > ", "╱▁▁"), "∏": ("┬─┬", "│ │", "┴ ┴"), "∫": ("⌠", "⎮", "⌡"),
    "∮": ("⌠", "∮", "⌡"), "⋃": ("│ │", "│ │", "╰─╯"), "⋂": ("╭─╮", "│ │", "│ │"),
}  # fmt: skip


def bracket(glyph: str, height: int, baseline: int) -> Box:
    """Return one side of a pair, as tall as what it encloses."""
    if not glyph:
        return text("")
    if height == 1:
        return text(glyph)
    if glyph in "⟨⟩":
        return rebased(_angle(glyph, height), baseline)
    if height == 2 and glyph in _SHORT_BRACES:
        return stroke(*_SHORT_BRACES[glyph], baseline=baseline)
    top, filling, middle, bottom = tuple(_BRACKETS[glyph])
    inside = [filling] * (height - 2)
    if inside:
        inside[min(max(baseline - 1, 0), height - 3)] = middle
    return stroke(top, *inside, bottom, baseline=baseline)


def _angle(glyph: str, height: int) -> Box:
    half = height // 2
    rising = ["╱".rjust(half - step).ljust(half) for step in range(half)]
    falling = ["╲".rjust(step + 1).ljust(half) for step in range(half)]
    upper, lower = (rising, falling) if glyph == "⟨" else (falling, rising)
    tip = glyph.ljust(half) if glyph == "⟨" else glyph.rjust(half)
    return stroke(*upper, *([tip] if height % 2 else []), *lower)


def fenced(left: str, body: Box, right: str) -> Box:
    """Return `body` between brackets of its height."""
    opening, closing = (
        bracket(glyph, body.height, body.baseline) for glyph in (left, right)
    )
    return beside((opening, body, closing))


def fraction(top: Box, bottom: Box) -> Box:
    """Return a quotient; the bar shows its extent by reaching out on both sides."""
    bar = text("─" * (max(top.width, bottom.width) + 2))
    return stacked((top, bar, bottom), baseline=top.height)


def root(body: Box, index: Box | None = None) -> Box:
    """Return `body` under a root; the index sits on the sign's hook."""
    height = body.height
    rows = [" " * (height - 1 - y) + "╱" + " " * y for y in range(height)]
    hook = ["√"] if height == 1 else [*(f" {row}" for row in rows[:-1]), f"╲{rows[-1]}"]
    sign = stroke(*hook, baseline=body.baseline)
    if index:
        foot = height - 2 - body.baseline
        sign = beside((rebased(index, index.height - 1 - foot), sign))
    return beside((sign, overlined(body)))


def overlined(body: Box) -> Box:
    """Return `body` with a line over it."""
    return marked("▁" * body.width, body)


def underlined(body: Box) -> Box:
    """Return `body` with a line under it."""
    return stacked((body, text("▔" * body.width)), body.baseline)


def marked(mark: str, body: Box) -> Box:
    """Return `body` with a row above it that holds `mark`, centred."""
    return stacked((text(mark), body), body.baseline + 1)


def braced(body: Box, label: Box | None, over: bool) -> Box:
    """Return `body` with a horizontal brace, whose tip points at the label."""
    width = max(body.width, label.width if label else 0, 3)
    half = (width - 1) // 2
    corners = "╭┴╮" if over else "╰┬╯"
    tip = corners[1] if label else "─"
    line = corners[0] + "─" * (half - 1) + tip + "─" * (width - half - 2) + corners[2]
    parts = [widened(body, width), text(line)]
    if label:
        parts.append(label)
    if over:
        parts.reverse()
    above = sum(part.height for part in parts[:-1]) if over else 0
    return stacked(parts, above + body.baseline)


def tall_sign(glyph: str) -> Box:
    """Return a large operator three rows high."""
    return stroke(*_TALL_SIGNS[glyph], baseline=1)
