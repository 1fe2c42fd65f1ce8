"""MNIST-1D follows the published recipe, by its parts and by the statistics of the whole."""

import numpy as np
import pytest
from scipy.ndimage import gaussian_filter1d
from sklearn.linear_model import LogisticRegression

from tutor.datasets import mnist1d as module
from tutor.datasets.mnist1d import LENGTH, mnist1d, templates


@pytest.fixture(scope="module")
def found():
    return mnist1d(seed=0)


def test_shapes_and_types(found):
    assert (found.train.shape, found.train.dtype) == ((4000, 40), np.float64)
    assert (found.test.shape, found.test.dtype) == ((1000, 40), np.float64)
    assert (found.train_labels.shape, found.train_labels.dtype) == ((4000,), np.int64)
    assert (found.test_labels.shape, found.test_labels.dtype) == ((1000,), np.int64)


def test_every_digit_is_equally_frequent(found):
    both = np.concatenate([found.train_labels, found.test_labels])
    assert np.bincount(both).tolist() == [500] * 10
    assert np.bincount(found.test_labels).min() > 60


def test_the_training_signals_are_standardised_as_a_whole(found):
    assert abs(found.train.mean()) < 1e-12
    assert abs(found.train.std() - 1) < 1e-12
    assert abs(found.test.mean()) < 0.05
    assert abs(found.test.std() - 1) < 0.05


def test_a_seed_decides_everything(found):
    assert (mnist1d(seed=0).train == found.train).all()
    assert not (mnist1d(seed=1).train == found.train).any()


def test_the_numbers_of_seed_0_stay_what_they_are(found):
    """Lessons print results on them."""
    assert found.train_labels[:12].tolist() == [3, 4, 1, 8, 5, 1, 4, 2, 9, 9, 3, 0]
    assert np.allclose(
        found.train[0, :4], [-1.3801168396, -1.1422086997, -0.3743785432, 0.1248775115]
    )


def test_shuffling_puts_all_signals_into_one_order(found):
    shuffled = mnist1d(seed=0, shuffled=True)
    order = [int(np.flatnonzero(found.train[0] == value)[0]) for value in shuffled.train[0]]
    assert sorted(order) == list(range(LENGTH))
    assert order != list(range(LENGTH))
    assert (shuffled.train == found.train[:, order]).all()
    assert (shuffled.test == found.test[:, order]).all()
    assert (shuffled.test_labels == found.test_labels).all()


def test_arrays_are_the_callers_own(found):
    other = mnist1d(seed=0)
    other.train[:] = 7.0
    other.train_labels[:] = 7
    assert mnist1d(seed=0).train[0, 0] == found.train[0, 0]
    assert mnist1d(seed=0).train_labels.max() == 9


@pytest.mark.parametrize("count", [0, 40, 101, -10])
def test_counts_that_do_not_fit_are_refused(count):
    with pytest.raises(ValueError, match="multiple of 10"):
        mnist1d(count=count)


def test_templates_begin_and_end_at_zero_and_all_differ():
    strokes = templates()
    assert strokes.shape == (10, 12)
    assert (strokes[:, 0] == 0).all()
    assert np.allclose(strokes[:, -1], 0)
    assert np.allclose(strokes.std(axis=1), 1 / 6)
    apart = [np.abs(a - b).max() for i, a in enumerate(strokes) for b in strokes[:i]]
    assert min(apart) > 0.1


def test_reading_between_points_is_linear():
    signals = np.array([[0.0, 2.0, 6.0], [1.0, 1.0, -1.0]])
    places = np.array([[0.0, 0.5, 1.75, 2.0]])
    assert module._at(signals, places).tolist() == [[0, 1, 5, 6], [1, 1, -0.5, -1]]


def test_the_blur_is_the_gaussian_filter_of_the_recipe():
    noise = np.random.default_rng(0).standard_normal((3, 72))
    assert np.allclose(module._blurred(noise), gaussian_filter1d(noise, 2.0, axis=1))


def test_a_stroke_covers_a_sixth_to_a_quarter_of_the_canvas():
    """12 points of 48 to 72 are stretched over 72."""
    strokes = np.repeat(templates()[3:4], 2000, axis=0)
    stretched, inked = module._stretched(strokes, np.random.default_rng(0))
    covered = inked.sum(axis=1)
    assert (covered.min(), covered.max()) == (12, 19)
    assert inked[:, 0].all()
    assert not inked[:, 20:].any()
    assert np.abs(stretched[~inked]).max() == 0
    assert np.allclose(stretched.max(axis=1), templates()[3].max(), atol=0.02)


def test_background_noise_is_as_weak_and_as_smooth_as_the_recipe_says(monkeypatch):
    """White noise of 0.25 blurred over 2 points keeps 0.25 × √(1 ÷ (4 √π)), mirrors add."""
    monkeypatch.setattr(module, "SHEAR", 0.0)
    monkeypatch.setattr(module, "WHITE_NOISE", 0.0)
    monkeypatch.setattr(module, "STROKES", ((0.0, 1.0) * 6,) * 10)
    drawn = module._signals(np.zeros(4000, np.int64), np.random.default_rng(3))
    # Shifts end at 47 and strokes after 19 points: the last places are background.
    tail = drawn[:, -2:]
    expected = 0.25 * np.sqrt(1 / (4 * np.sqrt(np.pi)))
    assert 0.8 < drawn[:, -1].std() / expected < 1.5
    assert np.corrcoef(tail.T)[0, 1] > 0.6


def test_no_place_of_a_signal_tells_the_digit(found):
    """Strokes lie anywhere, so the mean signals of the digits are nearly alike."""
    means = [found.train[found.train_labels == digit].mean(axis=0) for digit in range(10)]
    assert np.std(means, axis=0).max() < 0.5


def test_a_linear_model_reads_about_a_quarter(found):
    """Least squares on one-hot labels; logistic regression, fitted longer, reads a third."""
    design = np.column_stack([found.train, np.ones(4000)])
    weights, *_ = np.linalg.lstsq(design, np.eye(10)[found.train_labels])
    scores = np.column_stack([found.test, np.ones(1000)]) @ weights
    assert 0.20 < (scores.argmax(axis=1) == found.test_labels).mean() < 0.30


def test_logistic_regression_reads_as_much_as_published(found):
    """The data set's own page gives 32 %."""
    model = LogisticRegression(max_iter=500).fit(found.train, found.train_labels)
    assert 0.28 < model.score(found.test, found.test_labels) < 0.37
