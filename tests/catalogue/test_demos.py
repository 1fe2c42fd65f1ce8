"""Every demo of the course is proven: its knobs are sound and all its scenes draw."""

import json
import sys
import time

import pytest

from tutor.course import load_course
from tutor.judge import Checker
from tutor.judge.demos import draw_once
from tutor.viz import figures, scenes
from tutor.viz.ink import picture_width, plain_text
from tutor.worker import borrowing
from tutor.worker.judge_main import jsonable

COURSE = load_course()
DEMOS = [demo for topic in COURSE.topics for demo in topic.demos.values()]
WIDTH, HEIGHT = 76, 20
MILLISECONDS = 30

every_demo = pytest.mark.parametrize("demo", DEMOS, ids=lambda demo: demo.id)


@pytest.fixture
def opened(demo, monkeypatch):
    """The demo as a module, on the references of what it uses."""
    yours = borrowing.Yours(Checker(COURSE, None).borrowed(demo.uses, own=False))
    monkeypatch.setitem(sys.modules, "tutor.yours", yours)
    return borrowing.module_of(demo.path.read_text("utf-8"), demo.path.name, demo.name)


def defaults(module):
    return {knob["name"]: knob["value"] for knob in module.KNOBS}


def settings(module):
    """Yield the name and the knob values of the start and of each preset."""
    yield "start", defaults(module)
    for preset in module.PRESETS:
        yield preset["name"], defaults(module) | preset["values"]


def allowed(knob, value):
    """Whether a knob can be turned to a value."""
    if choices := knob.get("choices"):
        return value in choices
    steps = (value - knob["low"]) / knob["step"]
    return knob["low"] <= value <= knob["high"] and abs(steps - round(steps)) < 1e-9


@every_demo
def test_knobs_are_well_formed(demo, opened):
    """Each knob has a name of its own, and choices or a range that holds its value."""
    names = [knob["name"] for knob in opened.KNOBS]
    assert names
    assert len(set(names)) == len(names)
    for knob in opened.KNOBS:
        expected = {"choices"} if "choices" in knob else {"low", "high", "step"}
        assert set(knob) == {"name", "value", *expected}
        assert allowed(knob, knob["value"]), knob


@every_demo
def test_presets_can_be_turned_to(demo, opened):
    """Each preset has a name, a sentence, and values that the knobs can reach."""
    knobs = {knob["name"]: knob for knob in opened.KNOBS}
    names = [preset["name"] for preset in opened.PRESETS]
    assert names
    assert len(set(names)) == len(names)
    for preset in opened.PRESETS:
        assert preset["say"].endswith((".", "?"))
        for name, value in preset["values"].items():
            assert allowed(knobs[name], value), f"{preset['name']}: {name} = {value}"


@every_demo
def test_scenes_draw(demo, opened):
    """Each scene says something, and its panels draw as the screen will draw them."""
    known = {*figures.namespace(), "text"}
    for name, values in settings(opened):
        scene = json.loads(json.dumps(jsonable(opened.draw(values))))
        assert scene["say"].strip(), name
        assert scene["panels"], name
        for panel in scene["panels"]:
            assert panel["draw"] in known, f"{name}: {panel['draw']}"
            picture = scenes.draw(panel["draw"], dict(panel["with"]), 37, HEIGHT - 4)
            assert plain_text(picture).strip(), f"{name}: {panel['title']} is empty"
        whole = scenes.scene_picture(scene, WIDTH, HEIGHT)
        assert picture_width(whole) <= WIDTH
        assert "cannot be drawn" not in plain_text(whole), name
        assert "needs a wider screen" not in plain_text(whole), name


@every_demo
def test_every_knob_can_be_turned_all_the_way(demo, opened):
    """No single knob at an end of its range breaks a scene."""
    for _, values in settings(opened):
        for knob in opened.KNOBS:
            for value in knob.get("choices") or (knob["low"], knob["high"]):
                scene = opened.draw(values | {knob["name"]: value})
                json.dumps(jsonable(scene), allow_nan=False)


@every_demo
def test_drawing_is_quick(demo, opened):
    """A scene is there before the reader turns the next knob."""
    values = defaults(opened)
    taken = []
    for _ in range(5):
        start = time.perf_counter()
        opened.draw(values)
        taken.append((time.perf_counter() - start) * 1000)
    assert min(taken) < MILLISECONDS


@every_demo
def test_demo_opens_in_the_sandbox(demo):
    """The host opens the demo on the learner's functions and draws its first scene."""
    scene = draw_once(Checker(COURSE, None), demo)
    assert scene.feedback is None, scene.feedback
    assert scene.value["panels"]


@every_demo
def test_a_lesson_places_the_demo(demo):
    """No demo is unreachable."""
    name = demo.id.partition("/")[2]
    assert any(name in lesson.places for t in COURSE.topics for lesson in t.lessons)


def painter():
    return [demo for demo in DEMOS if demo.id == "ann/boundary_painter"]


@pytest.mark.parametrize("demo", painter(), ids=lambda demo: demo.id)
def test_boundary_painter_presets_do_what_they_say(demo, opened):
    """Those called solved solve their goal; those that fail on purpose do fail."""
    goals = set()
    for preset in opened.PRESETS:
        scene = opened.draw(defaults(opened) | preset["values"])
        solved = scene["say"].startswith("Solved")
        assert solved == preset["name"].endswith(" solved"), preset["name"]
        assert solved != preset["say"].startswith("Fails on purpose."), preset["name"]
        goals |= {preset["values"]["goal"]} if solved else set()
    assert goals == set(opened.ENOUGH)
