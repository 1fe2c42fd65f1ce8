"""Runs as files of other programs."""

import csv
import json
import xml.etree.ElementTree as ET
from importlib.util import find_spec

import pytest

from tests.runs.conftest import scalar
from tutor.errors import NotFound, StoreError
from tutor.runs import exporting, tensorboard
from tutor.runs.exporting import export, form_of

RECORDS = [
    *(scalar("loss", i, 1 / (i + 1)) for i in range(20)),
    scalar("loss", 20, "nan"),
    scalar("loss", 0, 2.0),
    {"kind": "text", "name": "say, \"it\"", "step": 1, "value": "<b>&"},
    {"kind": "image", "name": "w", "step": 1, "rows": [[0.0, 1.0], [1.0, 0.0]]},
    {"kind": "histogram", "name": "h", "step": 1, "counts": [1.0, 2.0], "edges": [0.0, 1.0, 2.0]},
]  # fmt: skip


@pytest.fixture
def run(write):
    return write(RECORDS)


def test_csv_holds_every_number(run, tmp_path):
    """A line a number, trainings told apart, words for what is not finite."""
    path = export(run, "csv", tmp_path / "new" / "a.csv")
    rows = list(csv.DictReader(path.read_text("utf-8").splitlines()))
    assert [row["training"] for row in rows] == ["1"] * 21 + ["2"]
    assert rows[20]["value"] == "nan"


def test_json_holds_everything(run, tmp_path):
    """The document is what was recorded, with seconds and summary."""
    found = json.loads(export(run, "json", tmp_path / "a.json").read_text("utf-8"))
    assert [moment["record"] for moment in found["records"]] == RECORDS
    assert found["run"]["id"] == run.info.id


def test_svg_is_a_picture_that_loads_nothing(run, tmp_path):
    """The picture is well-formed, names its series, and has no links."""
    text = export(run, "svg", tmp_path / "a.svg").read_text("utf-8")
    paths = [e.get("d") for e in ET.fromstring(text).iter() if e.tag.endswith("path")]
    assert any(path.count("L") == 19 for path in paths)
    assert "loss" in text
    assert "url(" not in text
    assert "href" not in text


@pytest.mark.parametrize(
    "values", [[], ["nan"], ["inf", "nan"], [1.0], [1e300, -1e300], [0.0, 0.0]], ids=str
)
def test_any_numbers_make_a_picture(write, tmp_path, values):
    """Empty, constant, huge and infinite series are drawn without numbers that are none."""
    run = write([scalar("<&", step, value) for step, value in enumerate(values)])
    text = export(run, "svg", tmp_path / "a.svg").read_text("utf-8")
    ET.fromstring(text)
    assert 'd="Mnan' not in text
    assert "inf" not in text


@pytest.mark.parametrize("form", ["png", "tensorboard"])
def test_a_missing_library_is_named(run, tmp_path, form, monkeypatch):
    """Without the optional library one sentence says what to install."""
    for module in (exporting, tensorboard):
        monkeypatch.setattr(module, "find_spec", lambda name: None)
    with pytest.raises(StoreError, match="pip install 'dltutor"):
        export(run, form, tmp_path / "a")


@pytest.mark.skipif(find_spec("tensorboardX") is None, reason="optional library")
def test_tensorboard_reads_its_files(run, tmp_path):
    """Event files are written, a folder each training."""
    folder = export(run, "tensorboard", tmp_path / "events")
    assert {p.name for p in folder.iterdir()} == {"training 1", "training 2"}


@pytest.mark.skipif(find_spec("cairosvg") is None, reason="optional library")
def test_png_is_a_picture(run, tmp_path):
    """The file begins as PNG files do."""
    path = export(run, "png", tmp_path / "a.png")
    assert path.read_bytes()[:4] == b"\x89PNG"


def test_an_unknown_form_is_refused(run, tmp_path):
    """The error names those there are."""
    with pytest.raises(NotFound, match="csv, json, svg, png, tensorboard"):
        export(run, "xls", tmp_path / "a.xls")


def test_a_place_that_cannot_be_written_is_an_error_in_words(run, tmp_path):
    """A path below a file is refused with the next step."""
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="Choose another place"):
        export(run, "csv", tmp_path / "file" / "a.csv")


def test_the_ending_tells_the_form(tmp_path):
    """Without an ending it is a folder for TensorBoard."""
    assert [form_of(tmp_path / n) for n in ("a.CSV", "a.svg", "a")] == [
        "csv",
        "svg",
        "tensorboard",
    ]
