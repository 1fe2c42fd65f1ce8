"""Runs are written beside the training, bounded, and survive whatever ends the writer."""

import os
import random
import resource
import signal
import subprocess
import sys
import time

import pytest

from tests.runs.conftest import scalar
from tutor.runs import Runs
from tutor.runs.info import INTERRUPTED, RUNNING, RunInfo
from tutor.runs.writer import RunWriter
from tutor.track.episode import Episode

KILLED = """
import sys, time
from pathlib import Path
from tutor.runs import Runs
writer = Runs(Path(sys.argv[1])).begin("tiny/double", "Double", 7, "ff")
step = 0
while True:
    batch = [{"kind": "scalar", "name": "loss", "step": step + i, "value": 1.0} for i in range(50)]
    batch.append({"kind": "text", "name": "t", "step": step, "value": "x" * 1000})
    writer.take(batch)
    step += 50
    if step == 50:
        print(writer.info.id, flush=True)
    time.sleep(0.01)
"""


def test_a_run_is_read_as_it_was_written(write):
    """Records, outcome, metrics and last values come back."""
    records = [scalar("loss", i, 1 / (i + 1)) for i in range(10)]
    records.append({"kind": "text", "name": "t", "step": 9, "value": "ü"})
    run = write(records, metrics={"accuracy": 0.5}, seed=3, source_sha256="ff")
    assert [record for _, record in run.records()] == records
    info = run.info
    assert (info.outcome, info.seed, info.source_sha256) == ("passed", 3, "ff")
    assert (info.metrics, info.last) == ({"accuracy": 0.5}, {"loss": 0.1})
    assert (info.steps, info.records, info.trainings) == (9, 11, 1)


def test_a_killed_writer_leaves_a_run_that_opens(runs):
    """After kill -9 the run is there, marked as interrupted, and replays."""
    process = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(runs.folder)], stdout=subprocess.PIPE, text=True
    )
    run_id = process.stdout.readline().strip()
    path = runs.folder / f"{run_id}.run"
    until = time.monotonic() + 30
    while path.stat().st_size < 20_000 and time.monotonic() < until:
        time.sleep(0.05)
    assert runs.info(run_id).outcome == RUNNING
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()
    run = runs.open(run_id)
    steps = run.series()["loss"][0].steps
    assert run.info.outcome == INTERRUPTED
    assert steps[:100] == list(range(100))
    assert run.until(run.seconds) == [record for _, record in run.records()]


def test_a_run_cut_at_any_byte_opens(write):
    """Wherever the file ends, the run opens and holds all whole records before."""
    run = write([scalar("loss", i, i / 7) for i in range(40)])
    whole = run.path.read_bytes()
    sizes = sorted({*random.Random(0).sample(range(len(whole)), 150), len(whole)})
    counts = []
    for size in sizes:
        run.path.write_bytes(whole[:size])
        opened = type(run)(run.info, run.path)
        series = opened.series()
        counts.append(len(series["loss"][0].steps) if series else 0)
    assert counts == sorted(counts)
    assert counts[-1] == 40


def test_a_million_records_stay_small(runs):
    """File and memory stay bounded, whatever comes."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    writer = runs.begin("tiny/double", "Double")
    image = {"kind": "image", "name": "w", "step": 0, "rows": [[0.5] * 20] * 20}
    for start in range(0, 250_000, 500):
        batch = [
            scalar(name, start + i, (start + i) % 17 / 3)
            for i in range(500)
            for name in ("a", "b", "c", "d")
        ]
        writer.take([*batch, {**image, "step": start}])
        while len(writer.inbox) > 50:
            time.sleep(0.001)
    writer.finish("passed")
    writer.join(60)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    run = runs.open(writer.info.id)
    assert run.info.records == 1_000_500
    assert run.path.stat().st_size < 4 << 20
    assert grown < 200 << 10
    assert run.series()["a"][0].steps[-1] == 249_999


def test_a_log_over_its_limit_is_halved(tmp_path):
    """Many series together stay below the limit too, ends and extremes kept."""
    info = RunInfo(id="20260101-000000-0000", place="a/b", title="", started=0.0)
    writer = RunWriter(tmp_path, info, file_limit=200_000)
    for step in range(300):
        values = [scalar(f"s{n}", step, 99.0 if step == 150 else 0.0) for n in range(60)]
        writer.take(values)
        while len(writer.inbox) > 100:
            time.sleep(0.001)
    writer.finish("passed")
    writer.join(30)
    run = Runs(tmp_path).open(info.id)
    assert run.path.stat().st_size <= 220_000
    series = run.series()
    assert len(series) == 60
    for parts in series.values():
        assert (parts[0].steps[0], parts[0].steps[-1]) == (0, 299)
        assert max(parts[0].values) == 99.0


def test_the_last_of_each_training_is_kept(write):
    """A training that begins anew leaves the end of the one before."""
    records = [scalar("loss", i, float(i)) for _ in range(3) for i in range(5000)]
    ends = [(s.training, s.steps[0], s.steps[-1]) for s in write(records).series()["loss"]]
    assert ends == [(1, 0, 4999), (2, 0, 4999), (3, 0, 4999)]


def test_taking_never_waits(runs):
    """`take`, `note` and `finish` return at once, however much there is."""
    writer = runs.begin("a/b", "")
    batch = [scalar("loss", i, 0.5) for i in range(2000)]
    begun = time.thread_time()
    for _ in range(100):
        writer.take(batch)
    writer.note(["dead_units"])
    writer.finish("passed")
    assert (time.thread_time() - begun) / 100 < 0.002
    writer.join(60)
    assert runs.info(writer.info.id).findings == ["dead_units"]


def test_a_full_disk_ends_the_writing_alone(runs):
    """When nothing can be written the run goes on, and the writer says why."""

    class Full:
        def write(self, data):
            raise OSError(28, "No space left on device")

        def close(self):
            pass

    writer = runs.begin("a/b", "")
    writer.file.close()
    writer.file = Full()
    writer.take([scalar("loss", 1, 1.0)])
    writer.finish("passed")
    writer.join()
    assert writer.failed == "No space left on device"
    writer.take([scalar("loss", 2, 1.0)])


def test_a_block_that_fails_leaves_an_interrupted_run(runs):
    """A writer in a with block finishes whatever happens."""

    def fail():
        with runs.begin("a/b", "") as writer:
            writer.take([scalar("loss", 1, 1.0)])
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert [info.outcome for info in runs.list()] == [INTERRUPTED]


def test_episodes_come_back(write):
    """An episode is read with its training and its time."""
    record = {
        "kind": "episode", "name": "Corridor", "step": 3, "number": 1, "length": 2,
        "total": 1.5, "terminated": True, "truncated": False, "discrete": True,
        "observations": [4, 5, 6], "actions": [1, 1], "rewards": [0.5, 1.0],
    }  # fmt: skip
    (episode,) = write([record]).episodes()
    assert isinstance(episode, Episode)
    assert (episode.env, episode.observations) == ("Corridor", [4, 5, 6])
    assert episode.returns() == [0.5, 1.5]
