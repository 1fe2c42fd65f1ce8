"""Runs as TensorBoard's event files, through the library that defines them."""

from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tutor.errors import StoreError
from tutor.runs.run import Run
from tutor.track.records import Trainings

MISSING = (
    "TensorBoard files need tensorboardX: `pip install 'dltutor[tensorboard]'`, or export as "
    "csv."
)


def write_events(run: Run, folder: Path) -> None:
    """Write a run's numbers, histograms, images and texts, a subfolder each training.

    Raises:
        StoreError: tensorboardX is not installed, or `folder` is a file.
    """
    if find_spec("tensorboardX") is None:
        raise StoreError(MISSING)
    if folder.is_file():
        raise StoreError(f"{folder} is a file; TensorBoard's files need a folder.")
    from tensorboardX import SummaryWriter

    writers: dict[int, Any] = {}
    trainings = Trainings()
    for seconds, record in run.records():
        training = trainings.of(record)
        if training not in writers:
            place = folder / f"training {training}"
            writers[training] = SummaryWriter(str(place), write_to_disk=True)
        add(writers[training], record, run.info.started + seconds)
    for writer in writers.values():
        writer.close()


def add(writer: Any, record: Any, when: float) -> None:
    """Add one record; kinds that TensorBoard does not know are left out."""
    import numpy as np

    name, step = record["name"], record["step"]
    if record["kind"] == "scalar":
        writer.add_scalar(name, float(record["value"]), step, walltime=when)
    elif record["kind"] == "text":
        writer.add_text(name, record["value"], step, walltime=when)
    elif record["kind"] == "histogram":
        add_histogram(writer, record, when)
    elif record["kind"] == "image" and "tiles" not in record:
        rows = np.asarray(record["rows"], dtype=float)
        colour = rows.ndim == 3
        spread = float(rows.max() - rows.min()) or 1.0
        pixels = rows / 255 if colour else (rows - rows.min()) / spread
        form = "HWC" if colour else "HW"
        writer.add_image(name, pixels, step, walltime=when, dataformats=form)


def add_histogram(writer: Any, record: Any, when: float) -> None:
    """Add a histogram from its bins: sums are those of the bins' middles."""
    import numpy as np

    counts = np.asarray(record["counts"], dtype=float)
    edges = np.asarray(record["edges"], dtype=float)
    middles = (edges[:-1] + edges[1:]) / 2
    writer.add_histogram_raw(
        record["name"], min=edges[0], max=edges[-1], num=counts.sum(),
        sum=(counts * middles).sum(), sum_squares=(counts * middles**2).sum(),
        bucket_limits=edges[1:].tolist(), bucket_counts=counts.tolist(),
        global_step=record["step"], walltime=when,
    )  # fmt: skip
