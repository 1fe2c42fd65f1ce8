"""Runs as files for other programs: CSV, JSON, a picture, TensorBoard's event files."""

import csv
import json
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import msgspec

from tutor.errors import NotFound, StoreError
from tutor.runs.pictures import run_svg
from tutor.runs.run import Run
from tutor.runs.tensorboard import write_events
from tutor.track.records import Trainings


def export(run: Run, form: str, path: Path) -> Path:
    """Write a run to a file, or of `tensorboard` into a folder; return its path.

    Args:
        run: what to write.
        form: ``csv``, ``json``, ``svg``, ``png`` or ``tensorboard``.
        path: replaced, if it is a file that exists.

    Raises:
        NotFound: there is no such form.
        StoreError: it cannot be written, or needs a library that is not installed.
    """
    if form not in FORMS:
        raise NotFound(f"A run is exported as {', '.join(FORMS)}, not as {form}.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        FORMS[form](run, path)
    except OSError as error:
        raise StoreError(
            f"{path} cannot be written ({error.strerror}). Choose another place."
        ) from error
    return path


def form_of(path: Path) -> str:
    """Return the form that a path's ending asks for; a folder is for TensorBoard."""
    return path.suffix.removeprefix(".").lower() or "tensorboard"


def to_csv(run: Run, path: Path) -> None:
    """Write the numbers, one a line: seconds, training, name, step, value."""
    trainings = Trainings()
    with path.open("w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(("seconds", "training", "name", "step", "value"))
        for seconds, record in run.records():
            training = trainings.of(record)
            if record["kind"] == "scalar":
                row = (seconds, training, record["name"], record["step"], record["value"])
                out.writerow(row)


def to_json(run: Run, path: Path) -> None:
    """Write everything: ``{"run": …, "records": [{"seconds": …, "record": …}]}``."""
    info = msgspec.to_builtins(run.info)
    moments = [{"seconds": when, "record": record} for when, record in run.records()]
    text = json.dumps({"run": info, "records": moments}, ensure_ascii=False)
    path.write_text(text, encoding="utf-8")


def to_svg(run: Run, path: Path) -> None:
    """Write the charts of a run as a picture."""
    path.write_text(run_svg(run), encoding="utf-8")


def to_png(run: Run, path: Path) -> None:
    """Write the charts of a run as pixels.

    Raises:
        StoreError: the library that draws SVG is not installed.
    """
    if find_spec("cairosvg") is None:
        raise StoreError(
            "PNG pictures need CairoSVG: `pip install 'dltutor[pictures]'`, or export as svg."
        )
    import cairosvg

    data: Any = cairosvg.svg2png(bytestring=run_svg(run).encode(), scale=2)
    path.write_bytes(data)


FORMS: dict[str, Callable[[Run, Path], None]] = {
    "csv": to_csv,
    "json": to_json,
    "svg": to_svg,
    "png": to_png,
    "tensorboard": write_events,
}
