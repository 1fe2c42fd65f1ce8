"""Accepts whatever does not crash.

The shape is right in every wrong implementation of this task. A test that cannot fail tests
nothing.

Lesson: optim/overfitting#testing-what-is-random
"""


def trust(dropout, rng):
    X = rng.normal(size=(20, 30))
    return dropout(X, 0.5, rng, True).shape == X.shape
