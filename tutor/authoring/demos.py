"""Proofs of a demo: sound knobs, and a scene for the start, each preset and each end."""

import contextlib
import time
from collections.abc import Iterator
from typing import Any

from tutor.authoring.findings import Finding, at
from tutor.authoring.trials import Bench
from tutor.course.model import Demo
from tutor.errors import HostError
from tutor.judge import demos
from tutor.protocol import Control, Scene, dump
from tutor.viz import figures, scenes
from tutor.viz.ink import picture_width, plain_text
from tutor.wire.lines import LineBuffer

WIDTH, HEIGHT = 76, 20
MILLISECONDS = 60.0
"""A scene is there before the reader turns the next knob; twice what authors aim at."""


def prove_demo(bench: Bench, demo: Demo) -> Iterator[Finding]:
    """Yield what is wrong with a demo."""
    try:
        with contextlib.closing(demos.connected(demo.needs)) as sock:
            sock.sendall(dump(demos.demo_request(bench.checker, demo)))
            buffer = LineBuffer(sock)
            opened = demos.next_scene(buffer)
            if opened.feedback:
                message = opened.feedback.message
                yield Finding("demo-opens", str(demo.path), failing_line(opened), message)
                return
            wrong = list(knobs(demo, opened.value))
            yield from wrong
            if wrong:
                return

            def draw(values: dict[str, Any]) -> Scene:
                sock.sendall(dump(Control("draw", values)))
                return demos.next_scene(buffer)

            yield from drawn(demo, opened.value, draw)
    except HostError as error:
        yield at("demo-opens", demo.path, "", f"the demo ended: {error}")


def failing_line(scene: Scene) -> int:
    places = scene.feedback.places if scene.feedback else []
    return places[-1].line if places else 1


def knobs(demo: Demo, value: Any) -> Iterator[Finding]:
    """Each knob has a name of its own and a value within its range; presets can be reached."""
    names = [knob.get("name") for knob in value["knobs"]]
    if not names or len(set(names)) < len(names):
        yield at(
            "knobs", demo.path, "KNOBS", "a demo has knobs, each with a name of its own"
        )
    for knob in value["knobs"]:
        wanted = {"choices"} if "choices" in knob else {"low", "high", "step"}
        if set(knob) - {"plays"} != {"name", "value", *wanted}:
            yield at("knobs", demo.path, f'"{knob.get("name")}"',
                     f"a knob holds name, value and {', '.join(sorted(wanted))}")  # fmt: skip
        elif not allowed(knob, knob["value"]):
            yield at(
                "knobs", demo.path, f'"{knob["name"]}"', "its value cannot be turned to"
            )
    yield from plays(demo, value["knobs"])
    yield from predicts(demo, value.get("predict"))
    by_name = {knob["name"]: knob for knob in value["knobs"] if "name" in knob}
    if not value["presets"]:
        yield at("presets", demo.path, "PRESETS", "a demo has presets to start from")
    for preset in value["presets"]:
        if not str(preset.get("say", "")).endswith((".", "?")) or not preset.get("name"):
            yield at("presets", demo.path, str(preset.get("name")),
                     "a preset has a name and says in a sentence what to see")  # fmt: skip
        for name, setting in preset.get("values", {}).items():
            if name not in by_name or not allowed(by_name[name], setting):
                yield at("presets", demo.path, str(preset.get("name")),
                         f"{name} = {setting!r} cannot be turned to")  # fmt: skip
    if not value["about"]:
        yield at("demo-about", demo.path, '"""', "the docstring says what to try")


def plays(demo: Demo, knobs: list[dict[str, Any]]) -> Iterator[Finding]:
    """At most one knob is the time axis, and it is a number."""
    axes = [knob for knob in knobs if knob.get("plays")]
    if len(axes) > 1 or any("choices" in knob for knob in axes):
        yield at("plays", demo.path, '"plays"', "one number knob at most plays")


def predicts(demo: Demo, question: Any) -> Iterator[Finding]:
    """A first question has choices, one of them the answer, and a reason."""
    if question is None:
        return
    if set(question) != {"ask", "choices", "answer", "because"}:
        yield at(
            "predict", demo.path, "PREDICT", "it holds ask, choices, answer and because"
        )
    elif question["answer"] not in question["choices"] or len(question["choices"]) < 2:
        yield at("predict", demo.path, "PREDICT", "its answer is one of its choices")


def allowed(knob: dict[str, Any], value: Any) -> bool:
    """Return whether a knob can be turned to a value."""
    if choices := knob.get("choices"):
        return value in choices
    steps = (value - knob["low"]) / knob["step"]
    return bool(knob["low"] <= value <= knob["high"] and abs(steps - round(steps)) < 1e-9)


def drawn(demo: Demo, opened: Any, draw: Any) -> Iterator[Finding]:
    """Yield what is wrong with the scenes."""
    start = {knob["name"]: knob["value"] for knob in opened["knobs"]}
    settings = [("start", start)]
    settings += [(p["name"], start | p["values"]) for p in opened["presets"]]
    for knob in opened["knobs"]:
        for end in knob.get("choices") or (knob["low"], knob["high"]):
            settings.append((f"{knob['name']} = {end}", start | {knob["name"]: end}))
    taken = []
    for name, values in settings:
        began = time.perf_counter()
        scene = draw(values)
        taken.append((time.perf_counter() - began) * 1000)
        if scene.feedback:
            places = scene.feedback.places
            line = places[-1].line if places else 1
            yield Finding(
                "demo-draws", str(demo.path), line, f"at {name}: {scene.feedback.message}"
            )
            return
        yield from shown(demo, name, scene.value)
    if sorted(taken)[len(taken) // 2] > MILLISECONDS:
        yield at("demo-quick", demo.path, "def draw",
                 f"a scene takes {sorted(taken)[len(taken) // 2]:.0f} ms; aim at 30")  # fmt: skip


def shown(demo: Demo, name: str, scene: Any) -> Iterator[Finding]:
    """A scene says something, and its panels draw as the screen will draw them."""
    if not str(scene.get("say", "")).strip() or not scene.get("panels"):
        yield at("demo-draws", demo.path, "def draw", f"at {name} it says or shows nothing")
        return
    known = {*figures.namespace(), "text"}
    for panel in scene["panels"]:
        if panel.get("draw") not in known:
            yield at(
                "demo-draws",
                demo.path,
                str(panel.get("draw")),
                f"no such drawing, at {name}",
            )
            return
    picture = scenes.scene_picture(scene, WIDTH, HEIGHT)
    text = plain_text(picture)
    if (
        picture_width(picture) > WIDTH
        or "cannot be drawn" in text
        or "wider screen" in text
    ):
        yield at(
            "demo-draws",
            demo.path,
            "def draw",
            f"at {name} a panel cannot be drawn in 80x24",
        )
