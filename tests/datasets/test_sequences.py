"""Names and temperatures are all there, as described, and splits share nothing."""

import numpy as np
import pytest

from tutor.datasets.sequences import (
    adding_problem,
    first_names,
    sea_temperature,
    split_names,
)


def test_names_are_distinct_sorted_and_of_letters():
    names = first_names()
    assert len(names) == len(set(names)) == 5163
    assert names == sorted(names)
    assert set("".join(names)) == set("abcdefghijklmnopqrstuvwxyz")
    assert (min(map(len, names)), max(map(len, names))) == (2, 11)
    assert sum(map(len, names)) == 30_959


def test_a_split_shares_no_name_and_loses_none():
    parts = split_names()
    assert [len(part) for part in parts] == [4130, 516, 517]
    assert sorted(name for part in parts for name in part) == first_names()


def test_the_seed_decides_the_split():
    assert split_names(1) == split_names(1)
    assert split_names(1) != split_names(2)
    assert split_names().test[:3] == ["kirsten", "vergie", "arleen"]


def test_temperatures_are_monthly_means_of_61_years():
    series = sea_temperature()
    assert (series.shape, series.dtype) == ((732,), np.float64)
    assert series[:3].tolist() == pytest.approx([23.11, 24.20, 25.37])
    assert (series.min(), series.max()) == pytest.approx((18.95, 29.24))


def test_the_year_runs_warm_in_march_and_cool_in_september():
    means = sea_temperature().reshape(-1, 12).mean(axis=0)
    assert means.argmax() == 2
    assert means.argmin() in (7, 8)


def test_the_great_warm_spells_stand_out():
    table = sea_temperature().reshape(-1, 12)
    excess = (table - table.mean(axis=0)).mean(axis=1)
    assert set(1950 + np.argsort(-excess)[:2]) == {1983, 1997}


def test_series_are_the_callers_own():
    sea_temperature()[:] = 0
    assert sea_temperature().min() > 18


def test_adding_problem_marks_one_number_in_each_half():
    X, y = adding_problem(500, 9, np.random.default_rng(0))
    assert (X.shape, y.shape) == ((500, 9, 2), (500,))
    assert set(np.unique(X[:, :, 1])) == {0.0, 1.0}
    assert (X[:, :4, 1].sum(axis=1) == 1).all()
    assert (X[:, 4:, 1].sum(axis=1) == 1).all()
    assert y == pytest.approx((X[:, :, 0] * X[:, :, 1]).sum(axis=1))
    assert ((y - 1) ** 2).mean() == pytest.approx(1 / 6, abs=0.03)


def test_shortest_adding_problem_marks_both():
    X, y = adding_problem(3, 2, np.random.default_rng(0))
    assert (X[:, :, 1] == 1).all()
    assert y == pytest.approx(X[:, :, 0].sum(axis=1))
