"""Checks for rnn/long_memory. Oracle: fresh sequences of the judge's own, and their sums."""

import numpy as np

from tutor.datasets.sequences import adding_problem
from tutor.harness import (
    CheckFailed,
    assert_close,
    assert_shape,
    assert_untouched,
    case,
    require,
)

STEPS, LONGER = 50, 70
SHORT, FEW, SOME = 4, 10, 300
"""Steps of a short sequence; batches, where manners are looked at and where something is
learned."""


def answers(learner, model, X):
    found = learner.answer(model, X)
    assert_shape(found, (len(X),), "what answer returns")
    found = np.asarray(found, dtype=float)
    require(
        np.isfinite(found).all(),
        "the answers hold inf or NaN: the weights ran away",
    )
    return found


def seed(rng):
    return int(rng.integers(1 << 31))


def error(guess, y):
    return float(np.mean((guess - y) ** 2))


def little(learner, rng):
    return learner.train(seed(rng), SHORT, FEW)


@case("one number for each sequence, and the sequences stay as they were")
def manners(learner, rng):
    model = little(learner, rng)
    for count, steps in ((5, 4), (1, 4), (3, 9)):
        answers(learner, model, adding_problem(count, steps, rng)[0])
        assert_untouched(learner)


def assert_alone(learner, model, rng):
    X, _ = adding_problem(6, SHORT, rng)
    together = answers(learner, model, X)
    assert_close(
        answers(learner, model, X),
        together,
        atol=1e-4,
        because="The same sequences, asked again, get other answers. What "
        "does the model still hold of the last call?",
    )
    for row in (0, 4):
        assert_close(
            answers(learner, model, X[row : row + 1])[0],
            together[row],
            atol=1e-4,
            because="A sequence is answered differently alone than among "
            "others. Along which axis does the layer walk?",
        )


@case("a sequence is answered alike alone, among others, and again")
def alone(learner, rng):
    assert_alone(learner, little(learner, rng), rng)


def assert_reads(learner, model, rng):
    X, _ = adding_problem(8, SHORT, rng)
    one = answers(learner, model, X)
    for name, half in (("first", slice(0, 2)), ("second", slice(2, 4))):
        other = X.copy()
        other[:, half, 0] += 0.5 * other[:, half, 1]
        if np.abs(answers(learner, model, other) - one).max() < 1e-7:
            raise CheckFailed(
                f"the number at the {name} mark can be changed, and no "
                "answer changes: from which state is it read?"
            )
    other = X.copy()
    other[:, :2, 1] = other[:, 1::-1, 1]
    if np.abs(answers(learner, model, other) - one).max() < 1e-7:
        raise CheckFailed("a mark can be moved, and no answer changes")


@case("an answer depends on both numbers and on the marks")
def reads(learner, rng):
    assert_reads(learner, little(learner, rng), rng)


def assert_seeded(learner, rng):
    X, _ = adding_problem(20, SHORT, rng)
    number = seed(rng)
    first, again, other = (
        answers(learner, learner.train(chosen, SHORT, FEW), X)
        for chosen in (number, number, number + 1)
    )
    assert_close(
        again,
        first,
        atol=1e-4,
        because="Two runs with one seed differ. Seed torch, and the "
        "generator of the sequences, at the start of train.",
    )
    require(
        np.abs(other - first).max() > 1e-4,
        "two seeds gave the same network. A second run of it says nothing "
        "about luck.",
    )


@case("the same seed gives the same network, another seed another one")
def seeds(learner, rng):
    assert_seeded(learner, rng)


def assert_learns(learner, rng):
    """Trained on four steps for 300 batches, it must have found what is asked."""
    X, y = adding_problem(1000, SHORT, rng)
    number = seed(rng)
    early, late = (
        answers(learner, learner.train(number, SHORT, batches), X)
        for batches in (FEW, SOME)
    )
    found = error(late, y)
    after = f"after {SOME} batches of {SHORT} steps"
    require(
        np.abs(late - early).max() > 1e-6,
        f"{after} the answers are those after {FEW}: nothing was learned. "
        "Which line moves the weights?",
    )
    # Squashed answers press against 1; means of all sums lie on both sides.
    squashed = late.max() < 1 and (late.min() > 0.99 or late.std() > 0.1)
    require(
        not squashed,
        f"{after} no answer is above {late.max():.3g}, and sums go up to 2. "
        "What comes after the last layer?",
    )
    require(
        late.std() > 0.1 or abs(late.mean() - 1) > 0.2,
        f"{after} every sequence is answered with about {late.mean():.3g}. "
        "With how many sums is each answer compared? Print the shapes.",
    )
    require(
        found < 0.1,
        f"{after} the mean squared error is {found:.3g}; always 1 has 0.167.",
    )


@case("three hundred batches of four steps, and it has found what is asked")
def learns(learner, rng):
    assert_learns(learner, rng)


@case("fifty steps: a mean squared error of 0.01 on fresh sequences")
def gate(learner, rng, report):
    # What fails in little fails here as well, before the long training.
    model = little(learner, rng)
    answers(learner, model, adding_problem(2, SHORT, rng)[0])
    assert_alone(learner, model, rng)
    assert_reads(learner, model, rng)
    assert_seeded(learner, rng)
    assert_learns(learner, rng)
    model = learner.train(seed(rng), STEPS)
    X, y = adding_problem(2000, STEPS, rng)
    found = error(answers(learner, model, X), y)
    later = X[:, STEPS // 2 :]
    second = (later[:, :, 0] * later[:, :, 1]).sum(axis=1)
    nothing, recent = error(1.0, y), error(second + 0.5, y)
    longer, sums = adding_problem(2000, LONGER, rng)
    report.metric("error of always 1", nothing)
    report.metric("error of the second number plus a half", recent)
    report.metric(
        f"error on {LONGER} steps",
        error(answers(learner, model, longer), sums),
    )
    report.at_most("mean squared error", found, 0.01)
