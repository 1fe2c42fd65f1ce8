"""Checks for tiny/double. Oracle: addition."""

from tutor.harness import array, assert_close, assert_untouched, case


@case("a number is doubled")
def number(learner):
    assert_close(learner.double(3.0), 6.0)


@case("every entry is doubled", x=array("N", "D"))
def entries(learner, x):
    assert_close(learner.double(x), x + x)


@case("the array stays as it was", x=array("N"))
def untouched(learner, x):
    learner.double(x)
    assert_untouched(learner)
