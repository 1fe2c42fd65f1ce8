"""The patients are all there, as described, and each caller gets arrays of its own."""

import numpy as np
import pytest

from tutor.datasets import diabetes


@pytest.fixture(scope="module")
def found():
    return diabetes()


def test_shapes_and_types(found):
    assert (found.features.shape, found.features.dtype) == ((442, 10), np.float64)
    assert (found.target.shape, found.target.dtype) == ((442,), np.float64)
    assert len(found.names) == 10


def test_first_row_is_that_of_the_source(found):
    assert found.features[0].tolist() == [59, 2, 32.1, 101, 157, 93.2, 38, 4, 4.8598, 87]
    assert found.target[0] == 151


def test_values_lie_where_the_data_sheet_says(found):
    assert np.isfinite(found.features).all()
    assert (found.target.min(), found.target.max()) == (25, 346)
    assert round(float(found.target.mean()), 1) == 152.1
    assert sorted(set(found.features[:, 1])) == [1, 2]


def test_copies_are_independent(found):
    other = diabetes()
    other.features[:] = -1.0
    other.target[:] = -1.0
    assert found.target.min() == 25
    assert diabetes().features.min() > 0
