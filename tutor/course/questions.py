"""Questions of a page, written as TOML in a ``predict`` or ``quiz`` fence.

    ask = "What is the sigmoid of 0?"
    answer = 0.5
    within = 0.01
    because = "e^0 is 1, so it is 1/(1 + 1)."
    [when]
    "0" = "That is tanh of 0."

With `choices`, `answer` is the text of a choice, or a list of texts when several are
right; ``order = [...]`` lists steps in their right order and shows them shuffled.
"""

import tomllib
import zlib
from collections.abc import Callable
from typing import Any

from tutor.course.blocks import Block, Inlines, Question

Parse = Callable[[str], tuple[Block, ...]]
ParseInline = Callable[[str], Inlines]
KEYS = {"ask", "answer", "within", "because", "when", "choices", "order", "name"}


def parse_question(kind: str, text: str, parse: Parse, inline: ParseInline) -> Question:
    """Return the question in a fence.

    Raises:
        ValueError: it is incomplete or contradicts itself; says how.
    """
    table = tomllib.loads(text)
    if unknown := set(table) - KEYS:
        raise ValueError(
            f"unknown key {sorted(unknown)[0]!r}; known: {', '.join(sorted(KEYS))}"
        )
    for key in ("ask", "because"):
        if not table.get(key) or not isinstance(table[key], str):
            raise ValueError(f"a {kind} needs `{key}`, a text")
    if not isinstance(table.get("when", {}), dict):
        raise ValueError("`when` is a table from answers to replies")
    form, choices, answer = shape_of(table)
    replies = {reply_key(k, choices): inline(v) for k, v in table.get("when", {}).items()}
    return Question(
        kind,
        table.get("name", f"q{zlib.crc32(table['ask'].encode()):08x}"),
        parse(table["ask"]),
        form,
        tuple(inline(choice) for choice in choices),
        answer,
        float(table.get("within", 0.0)),
        parse(table["because"]),
        replies,
    )


def texts(values: list[Any], key: str) -> None:
    """Demand that all values are texts."""
    if any(not isinstance(value, str) for value in values):
        raise ValueError(f"`{key}` is a list of texts")


def shape_of(table: dict[str, Any]) -> tuple[str, list[str], Any]:
    """Return form, choices as shown, and answer of a question."""
    if "order" in table:
        steps = list(table["order"])
        texts(steps, "order")
        places = sorted(range(len(steps)), key=lambda i: zlib.crc32(steps[i].encode()))
        return (
            "order",
            [steps[i] for i in places],
            [places.index(i) for i in range(len(steps))],
        )
    choices, answer = list(table.get("choices", [])), table.get("answer")
    texts(choices, "choices")
    if not choices:
        if isinstance(answer, bool) or not isinstance(answer, int | float):
            raise ValueError("`answer` must be a number, or there must be `choices`")
        return "number", [], float(answer)
    wanted = answer if isinstance(answer, list) else [answer]
    if missing := [a for a in wanted if a not in choices]:
        raise ValueError(f"the answer {missing[0]!r} is not among the choices")
    indexes = [choices.index(a) for a in wanted]
    return (
        ("several", choices, indexes)
        if isinstance(answer, list)
        else ("choice", choices, indexes[0])
    )


def reply_key(key: str, choices: list[str]) -> str:
    if not choices:
        return str(float(key))
    if key not in choices:
        raise ValueError(f"`when` names {key!r}, which is not among the choices")
    return str(choices.index(key))
