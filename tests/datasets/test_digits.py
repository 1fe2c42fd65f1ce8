"""The digits are all there, as described, and each caller gets arrays of its own."""

import numpy as np
import pytest

from tutor.datasets import digits

PER_CLASS = [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]


@pytest.fixture(scope="module")
def found():
    return digits()


def test_shapes_and_types(found):
    assert (found.images.shape, found.images.dtype) == ((1797, 8, 8), np.float64)
    assert (found.labels.shape, found.labels.dtype) == ((1797,), np.int64)


def test_pixels_are_whole_numbers_from_0_to_16(found):
    assert (found.images == np.round(found.images)).all()
    assert (found.images.min(), found.images.max()) == (0.0, 16.0)


def test_images_of_each_class(found):
    assert np.bincount(found.labels).tolist() == PER_CLASS


def test_first_images_are_the_digits_in_order(found):
    """The order of the source is kept; the halves depend on it."""
    assert found.labels[:20].tolist() == [*range(10), *range(10)]
    assert found.images[0, 0].tolist() == [0, 0, 5, 13, 9, 1, 0, 0]


def test_the_list_of_digits_runs_fourteen_times(found):
    """What the data sheet says of the order of the images."""
    text = "".join(map(str, found.labels))
    assert text.count("9898417735") == 14
    assert text[898 + 8 :].startswith("1234567890123456789")


def test_copies_are_independent(found):
    other = digits()
    other.images[:] = -1.0
    other.labels[:] = -1
    assert found.images.min() == 0.0
    assert digits().images.min() == 0.0
    assert digits().labels.min() == 0
    assert other.images.flags.owndata
    assert other.labels.flags.owndata


def test_fields_cannot_be_replaced(found):
    with pytest.raises(AttributeError):
        found.labels = found.labels
