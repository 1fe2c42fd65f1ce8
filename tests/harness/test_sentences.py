"""How what a check says becomes a sentence."""

import pytest

from tutor.harness.running import sentence


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("means differ", "Means differ."),
        ("an argument was changed", "An argument was changed."),
        ("db has wrong values", "db has wrong values."),
        ("dW has wrong values", "dW has wrong values."),
        ("b is a scalar?", "b is a scalar?"),
        ("`means` differs", "`means` differs."),
    ],
)
def test_words_get_a_capital_and_names_stay(said, read):
    assert sentence(said) == read
