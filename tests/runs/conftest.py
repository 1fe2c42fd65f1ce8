"""A folder of runs, and a way to write one."""

import pytest

from tutor.runs import Runs


def scalar(name, step, value):
    return {"kind": "scalar", "name": name, "step": step, "value": value}


@pytest.fixture
def runs(tmp_path):
    return Runs(tmp_path / "runs")


@pytest.fixture
def write(runs):
    """Write a finished run of these records and return it, opened."""

    def written(records, outcome="passed", metrics=None, place="tiny/double", **facts):
        writer = runs.begin(place, "Double", **facts)
        writer.take(records)
        writer.finish(outcome, metrics)
        writer.join()
        assert writer.failed == ""
        return runs.open(writer.info.id)

    return written
