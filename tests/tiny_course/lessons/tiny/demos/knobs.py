# /// demo
# title = "Knobs"
# uses = ["tiny/double"]
# ///
"""Turn x."""

from tutor.yours import double

KNOBS = [{"name": "x", "low": 0.0, "high": 4.0, "step": 1.0, "value": 1.0}]
PRESETS = [{"name": "two", "say": "Twice two is four.", "values": {"x": 2.0}}]


def draw(values):
    """Return a scene with one bar."""
    y = double(values["x"])
    bar = {"draw": "bars", "title": "twice", "with": {"labels": ["y"], "values": [y]}}
    return {"say": f"twice is {y:g}", "panels": [bar], "metrics": {"y": y}}
