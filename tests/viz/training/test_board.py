"""A run's records: bounded, and drawn at any size without a crash."""

import math

import pytest

from tests.tui.episodes import EPISODES, RECORDS
from tutor.viz.episodes import choices, readings, stage, tracks
from tutor.viz.ink import picture_width, plain_text
from tutor.viz.training.board import MAX_EPISODES, MAX_HISTORY, MAX_POINTS, Board
from tutor.viz.training.charts import Look, chart, grid, span
from tutor.viz.training.pictures import histories, pictures


def board(records=RECORDS):
    found = Board()
    found.take(records, 1.0)
    return found


def scalars(name, values, start=0):
    return [{"kind": "scalar", "name": name, "step": start + i, "value": v}
            for i, v in enumerate(values)]  # fmt: skip


def test_a_million_records_stay_bounded():
    """Points, histograms and episodes are thinned; first and last stay."""
    found = Board()
    for start in range(0, 200_000, 20_000):
        found.take(scalars("loss", [1.0] * 20_000, start), float(start))
    curve = found.curves["loss"]
    assert len(curve.steps) <= MAX_POINTS
    assert curve.steps[0] == 0
    histogram = next(r for r in RECORDS if r["kind"] == "histogram")
    found.take([histogram | {"step": i} for i in range(1000)])
    assert len(found.histories["W1"]) <= MAX_HISTORY
    episode = next(r for r in RECORDS if r["kind"] == "episode")
    found.take([episode | {"step": i} for i in range(2000)])
    assert len(found.episodes) <= MAX_EPISODES


def test_what_is_not_finite_is_never_thinned_away():
    """A NaN among many points can still be seen."""
    found = board(scalars("loss", [1.0] * 9_999 + ["nan"] + [1.0] * 9_999))
    assert any(math.isnan(v) for v in found.curves["loss"].values)
    assert "NaN" in plain_text(chart(found, ("loss", ["loss"]), 60, 12, Look()))


def test_a_training_that_begins_again_leaves_the_one_before_under_it():
    """Steps that go back begin another training."""
    found = board(scalars("loss", [3.0, 2.0, 1.0]) + scalars("loss", [5.0]))
    assert found.run == 2
    assert found.earlier["loss"].values == [3.0, 2.0, 1.0]
    assert "before" in plain_text(chart(found, ("loss", ["loss"]), 60, 12, Look()))


def test_curves_by_layer_share_a_chart():
    """What stands before the slash is the chart, what stands behind it the curve."""
    found = board()
    assert dict(found.panels(layers=True)) == {
        "gradient norm": ["gradient norm/W1", "gradient norm/W2"]
    }
    assert dict(found.panels()) == {"loss": ["training loss", "validation loss"]}


@pytest.mark.parametrize("width", [1, 20, 40, 80, 160])
@pytest.mark.parametrize("height", [1, 8, 40])
def test_everything_is_drawn_at_any_size(width, height):
    """Charts keep to their width; pictures are drawn without a crash."""
    found = board()
    for look in (Look(), Look(log_y=True, smoothing=0.9, axis="seconds", cursor=3.0)):
        rows = grid(found, found.panels(), width, height, look)
        assert picture_width(rows) <= max(width, 1)
    assert pictures(found, width)
    assert histories(found, width)


def test_an_empty_board_draws_nothing():
    """No records, no picture, no crash."""
    found = Board()
    assert grid(found, found.panels(), 80, 20, Look()) == []
    assert pictures(found, 80) == []
    assert span(found, "step") is None


@pytest.mark.parametrize("episode", EPISODES, ids=lambda e: e.env)
@pytest.mark.parametrize("size", [(1, 1), (30, 8), (80, 20)], ids="{0[0]}x{0[1]}".format)
def test_every_world_is_drawn_at_every_step(episode, size):
    """From before the first step to beyond the last."""
    width, height = size
    for step in (0, 1, len(episode.rewards), len(episode.rewards) + 5):
        rows = stage(episode, step, width, height)
        assert picture_width(rows) <= max(width, 10)
        assert readings(episode, min(step, len(episode.rewards)), max(width, 20))
        choices(episode, step, width)
        assert picture_width(tracks(episode, step, width, height)) <= width


def test_known_actions_have_names():
    """The agent's choices are told by name, the taken one marked."""
    text = plain_text(choices(EPISODES[0], 0, 40))
    assert "▸ left" in text
    assert "right" in text
