"""The knobs of a demo: how they look, what turning does, and settings as shareable lines."""

import difflib
from collections.abc import Mapping, Sequence
from typing import Any

from tutor.course.parse import parse_inline
from tutor.viz.ink import Ink, Picture, Row, Run, cut, pad, row
from tutor.viz.typeset.text import runs_of, wrap

Knob = dict[str, Any]
BAR_CELLS = 8
SAID = Ink("muted", italic=True)


def knob_rows(
    knobs: Sequence[Knob], values: Mapping[str, Any], at: int, said: str, width: int,
    *, upright: bool = False,
) -> Picture:  # fmt: skip
    """Return the knobs, the one at index `at` marked, and what is said of the setting.

    Args:
        knobs: as the demo lists them.
        values: by name.
        at: index of the chosen knob.
        said: shown with them.
        width: cells.
        upright: one knob a row with a bar, for a column of its own.
    """
    words = wrap(runs_of(parse_inline(said), SAID), width) if said else []
    if upright:
        rows = [cut(knob_row(k, values[k["name"]], i == at, width), width)
                for i, k in enumerate(knobs)]  # fmt: skip
        return [(), *rows, (), *words]
    runs: list[Run] = []
    for index, knob in enumerate(knobs):
        here = index == at
        ink = Ink("accent" if here else "muted", bold=here, reverse=here)
        text = f"{knob['name']} {shown(values[knob['name']])}".replace(" ", "\u00a0")
        runs += [Run(f"\u00a0{text}\u00a0", ink), Run("  ")]
    return [*wrap(runs, width), *words]


def knob_row(knob: Knob, value: Any, here: bool, width: int) -> Row:
    """Return one knob on a row of its own: name, value, and where in its range it is."""
    ink = Ink("title" if here else "muted", bold=here)
    room = max(4, width - BAR_CELLS - 12)
    lead = Run("▸ " if here else "  ", Ink("accent", bold=True))
    name = pad((Run(str(knob["name"])[:room], ink),), room)
    if "choices" in knob:
        return row(
            lead, *name, Run(f" {shown(value)[: BAR_CELLS + 9]:>{BAR_CELLS + 9}}", ink)
        )
    share = (value - knob["low"]) / ((knob["high"] - knob["low"]) or 1)
    place = min(BAR_CELLS - 1, max(0, round(share * (BAR_CELLS - 1))))
    bar = "─" * place + "●" + "─" * (BAR_CELLS - 1 - place)
    return row(lead, *name, Run(bar, Ink("accent" if here else "faint")),
               Run(f" {shown(value)[:9]:>9}", ink))  # fmt: skip


def shown(value: Any) -> str:
    return f"{value:g}" if isinstance(value, int | float) else str(value)


def nudged(knob: Knob, value: Any, steps: int) -> Any:
    """Return a knob's value after some steps; choices go round, numbers stop at the ends."""
    if choices := knob.get("choices"):
        return choices[(choices.index(value) + steps) % len(choices)]
    value = min(max(value + steps * knob["step"], knob["low"]), knob["high"])
    return round(value, 10)


def setting_line(demo: str, knobs: Sequence[Knob], values: Mapping[str, Any]) -> str:
    """Return a setting as one line: the demo, and what differs from its start."""
    changed = [
        f"{knob['name']}={shown(values[knob['name']])}"
        for knob in knobs
        if values[knob["name"]] != knob["value"]
    ]
    return f"{demo}: " + "; ".join(changed) if changed else f"{demo}: as it starts"


def setting_of(text: str, knobs: Sequence[Knob]) -> dict[str, Any]:
    """Return the knob values that a shared line names; all others as they start.

    Raises:
        ValueError: a name or value in it is not known; says which, and what is.
    """
    values = {knob["name"]: knob["value"] for knob in knobs}
    by_name = {knob["name"]: knob for knob in knobs}
    body = text.partition(":")[2] if ":" in text else text
    for part in filter(None, map(str.strip, body.split(";"))):
        name, sign, value = part.partition("=")
        if part == "as it starts":
            continue
        if not sign or name.strip() not in by_name:
            near = difflib.get_close_matches(name.strip(), list(by_name), 1)
            hint = f" Did you mean {near[0]}?" if near else f" Knobs: {', '.join(by_name)}."
            raise ValueError(f"There is no knob {name.strip()!r}.{hint}")
        values[name.strip()] = understood(by_name[name.strip()], value.strip())
    return values


def understood(knob: Knob, text: str) -> Any:
    if choices := knob.get("choices"):
        found = next((c for c in choices if str(c) == text), None)
        if found is None:
            raise ValueError(f"{knob['name']} is one of {', '.join(map(str, choices))}.")
        return found
    try:
        value = float(text)
    except ValueError:
        raise ValueError(f"{knob['name']} is a number, not {text!r}.") from None
    if not knob["low"] <= value <= knob["high"]:
        raise ValueError(f"{knob['name']} goes from {knob['low']:g} to {knob['high']:g}.")
    steps = round((value - knob["low"]) / knob["step"])
    return round(knob["low"] + steps * knob["step"], 10)
