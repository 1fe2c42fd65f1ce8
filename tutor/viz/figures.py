"""Figures of lessons: short programs that leave a picture in the name ``picture``.

A figure's code finds numpy as ``np`` and every drawing function of this package by name.
It is the author's code, not the learner's, and runs in the app.
"""

from typing import Any

import numpy as np

from tutor.viz import (
    bars,
    cartpole,
    chart,
    classic,
    gridworld,
    image,
    ink,
    matrix,
    network,
    plane,
)
from tutor.viz.series import Series, smooth

WIDTH = 76
"""Cells a figure may be wide: 80 columns less the page's margins."""


def namespace() -> dict[str, Any]:
    """Return the names a figure's code may use."""
    return {
        "np": np,
        "Series": Series,
        "smooth": smooth,
        "line_chart": chart.line_chart,
        "plane": plane.plane,
        "field": plane.field,
        "image": image.image,
        "tiles": image.tiles,
        "matrix": matrix.matrix,
        "bars": bars.bars,
        "histogram": bars.histogram,
        "sparkline": bars.sparkline,
        "network": network.network,
        "gridworld": gridworld.gridworld,
        "cartpole": cartpole.cartpole,
        "mountain_car": classic.mountain_car,
        "pendulum": classic.pendulum,
        "acrobot": classic.acrobot,
        "beside": ink.beside,
        "row": ink.row,
        "Run": ink.Run,
        "Ink": ink.Ink,
        "indent": ink.indent,
        "WIDTH": WIDTH,
    }


def draw(code: str, filename: str = "<figure>") -> ink.Picture:
    """Return the picture that a figure's code draws.

    Raises:
        ValueError: the code leaves no picture, or one wider than `WIDTH`.
    """
    space = namespace()
    exec(compile(code, filename, "exec"), space)
    picture = space.get("picture")
    if not isinstance(picture, list):
        raise ValueError("a figure must leave its picture in the name `picture`")
    if (width := ink.picture_width(picture)) > WIDTH:
        raise ValueError(f"the figure is {width} cells wide; {WIDTH} is the most")
    return picture
