"""What harnesses can do across the two processes, each with right and wrong programs."""

import pytest

from tests.judge.improvised import Improvised, hints, message
from tutor.protocol import Outcome

CALLBACK = """
    from tutor.harness import assert_close, assert_equal, case

    @case("the function is asked twice for each coordinate")
    def slopes(learner):
        asked = []

        def square(x):
            asked.append(x)
            return x * x

        assert_close(learner.slope(square, 3.0), 6.0)
        assert_equal(len(asked), 2)
"""


def test_a_function_of_the_harness_can_be_called(tmp_path):
    """The learner's code calls a function that runs in the judge, which counts the calls."""
    exercise = Improvised(tmp_path, CALLBACK)
    right, _ = exercise.check("def slope(f, x): return (f(x + 1) - f(x - 1)) / 2")
    assert right.outcome is Outcome.PASSED, message(right)
    thrice, _ = exercise.check("def slope(f, x): f(0.0); return (f(x + 1) - f(x - 1)) / 2")
    assert thrice.outcome is Outcome.FAILED


def test_what_such_a_function_raises_reaches_the_learners_code(tmp_path):
    """An error in the judge's function is an error at the learner's line."""
    exercise = Improvised(tmp_path, CALLBACK)
    verdict, _ = exercise.check("def slope(f, x):\n    return f(None)")
    assert verdict.outcome is Outcome.FAILED
    assert "NoneType" in message(verdict)


@pytest.mark.parametrize("number", [-1, 7, "x", True])
def test_a_function_never_given_cannot_be_called(tmp_path, number):
    """A request for a callback that does not exist ends the check."""
    exercise = Improvised(tmp_path, CALLBACK)
    forged = f"{{'callback': {number!r}, 'args': ['l', []], 'kwargs': ['d', []]}}"
    verdict, _ = exercise.check(f"""
        import gc
        from tutor.worker.learning import Learner

        def slope(f, x):
            for thing in gc.get_objects():
                if type(thing) is Learner:
                    thing.channel.send({forged}, [])
            return 6.0
    """)
    assert verdict.outcome is Outcome.CRASHED


def test_generators_and_objects_can_be_walked_through(tmp_path):
    """A generator yields one value per request; an endless one costs what is taken."""
    exercise = Improvised(tmp_path, """
        from itertools import islice
        from tutor.harness import assert_equal, case

        @case("the squares, for ever")
        def squares(learner):
            assert_equal(list(islice(learner.squares(), 4)), [0, 1, 4, 9])
    """)  # fmt: skip
    right, _ = exercise.check(
        "def squares():\n    n = 0\n    while True:\n        yield n * n\n        n += 1"
    )
    assert right.outcome is Outcome.PASSED, message(right)
    wrong, _ = exercise.check("def squares():\n    yield 0\n    yield 1")
    assert wrong.outcome is Outcome.FAILED


IN_PLACE = """
    import numpy as np
    from tutor.harness import arguments_after, assert_close, assert_unaliased, case

    @case("the parameters move, the gradients stay")
    def step(learner):
        w, g = np.ones(3), np.arange(3.0)
        learner.step([w], g, lr=0.5)
        (moved,), after, _ = arguments_after(learner)
        assert_close(moved, w - 0.5 * g)
        assert_close(after, g)
"""


def test_what_a_call_leaves_in_its_arguments_can_be_read(tmp_path):
    """A function that works in place is judged by its arguments afterwards."""
    exercise = Improvised(tmp_path, IN_PLACE)
    right, _ = exercise.check("def step(ps, g, lr):\n    ps[0] -= lr * g")
    assert right.outcome is Outcome.PASSED, message(right)
    wrong, _ = exercise.check(
        "def step(ps, g, lr):\n    ps[0] = ps[0].copy()\n    g *= lr\n    ps[0] -= g"
    )
    assert wrong.outcome is Outcome.FAILED


MANNERS = """
    import numpy as np
    from tutor.harness import assert_unaliased, assert_untouched, case

    @case("x stays")
    def stays(learner):
        learner.f(np.arange(4.0), scale=2.0)
        assert_untouched(learner)

    @case("the result is new")
    def new(learner):
        learner.f(np.arange(4.0), scale=2.0)
        assert_unaliased(learner)
"""


@pytest.mark.parametrize(
    ("source", "failing"),
    [
        ("def f(x, scale): return x * scale", []),
        ("def f(x, scale): x *= scale; return x.copy()", ["x stays"]),
        ("def f(x, scale): return x[::-1]", ["the result is new"]),
        ("def f(x, scale): return {'a': [x.reshape(2, 2)]}", ["the result is new"]),
        (
            "import tutor.worker.learning as own\n"
            "own.parts = lambda value: []\nown.differ = lambda one, other: False\n"
            "def f(x, scale): x *= scale; return x.copy()",
            ["x stays"],
        ),
    ],
    ids=["right", "in place", "a view", "a view inside", "in place and hidden"],
)
def test_changed_and_shared_arguments_are_seen(tmp_path, source, failing):
    """In-place changes and views show in the judge's own memory."""
    verdict, _ = Improvised(tmp_path, MANNERS).check(source)
    found = [c.title for c in verdict.cases if c.outcome is not Outcome.PASSED]
    assert found == failing


GENERAL = """
    import numpy as np
    from tutor.harness import array, assert_close, case, uniform

    @case("rows sum", x=array("N", "D", of=uniform(1, 9)), sizes={"N": (3, 5), "D": (3, 5)})
    def rows(learner, x):
        assert_close(learner.f(x), x / x.sum(axis=1, keepdims=True), rtol=1e-9)
"""


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("def f(x): return x / x.sum(axis=0)", "along the wrong axis"),
        (
            "import numpy as np\ndef f(x): return np.random.normal(size=x.shape)",
            "gives another answer",
        ),
        (
            "import numpy as np\n"
            "def f(x):\n    y = x.astype('float32')\n"
            "    return (y / y.sum(axis=1, keepdims=True)).astype(float)",
            "dtype float32",
        ),
        ("def f(x):\n    x /= x.sum(axis=1, keepdims=True)\n    return x + 1", "in place"),
        ("def f(x): return 3 * x / x.sum(axis=1, keepdims=True)", "3 times"),
        ("def f(x): return (x / x.sum(axis=1, keepdims=True))[:-1]", "one too few"),
    ],
    ids=["axis", "random", "float32", "in place", "factor", "short"],
)
def test_general_diagnoses(tmp_path, source, said):
    """Mistakes that no known wrong program describes are named all the same."""
    verdict, _ = Improvised(tmp_path, GENERAL).check(source)
    assert verdict.outcome is Outcome.FAILED
    assert said in hints(verdict)


def test_the_call_that_bore_a_nan_is_named(tmp_path):
    """Of several calls the first that gave NaN for finite input is told."""
    exercise = Improvised(tmp_path, """
        import numpy as np
        from tutor.harness import assert_close, case

        @case("three steps")
        def steps(learner):
            x = np.array([1.0, 4.0])
            for _ in range(3):
                x = learner.step(x)
            assert_close(x, np.zeros(2))
    """)  # fmt: skip
    verdict, _ = exercise.check("import numpy as np\ndef step(x): return np.sqrt(x - 1.5)")
    assert "call 1 of 3" in hints(verdict)


GRADIENTS = """
    import numpy as np
    from tutor.harness import assert_gradients, assert_module_gradients, case

    @case("the function's gradient")
    def function(learner):
        assert_gradients(learner, "f", np.linspace(-1, 1, 6).reshape(2, 3))

    @case("the module's gradients")
    def module(learner):
        assert_module_gradients(learner, "Net", (3,), np.linspace(-1, 1, 6).reshape(2, 3))
"""
NET = """
import torch
def f(x):
    return {f}
class Net(torch.nn.Module):
    def __init__(self, n):
        super().__init__()
        self.layer = torch.nn.Linear(n, 2)
    def forward(self, x):
        return {g}
"""


@pytest.mark.parametrize(
    ("f", "g", "failing", "said"),
    [
        ("torch.softmax(x, 1)", "torch.tanh(self.layer(x))", 0, ""),
        ("torch.softmax(x.detach(), 1) + x", "self.layer(x)", 1, "does not agree"),
        ("torch.softmax(x.detach(), 1)", "self.layer(x)", 1, "the graph is cut"),
        (
            "x",
            "x @ self.layer.weight.data.T + self.layer.bias",
            1,
            "layer.weight: the graph",
        ),
    ],
    ids=["right", "partly detached", "detached", "data"],
)
def test_gradients_of_torch_code(tmp_path, f, g, failing, said):
    """Backward is held against differences, for functions and modules."""
    verdict, _ = Improvised(tmp_path, GRADIENTS, needs="torch").check(NET.format(f=f, g=g))
    outcomes = [case.outcome for case in verdict.cases]
    assert outcomes.count(Outcome.FAILED) == failing, message(verdict)
    assert said in message(verdict)


def test_training_is_compared_by_outcomes_where_an_exercise_says_so(tmp_path):
    """Two runs that fail alike with other numbers are explained by the same mistake."""
    exercise = Improvised(tmp_path, """
        from tutor.harness import case

        @case("it learns")
        def learns(learner, report):
            report.at_least("accuracy", learner.train(), 0.9)
    """, compare="outcomes")  # fmt: skip
    exercise.knows(
        chance='"""Guesses."""\ndef train(): return 0.12',
        nothing='"""Gives nothing."""\ndef train(): return None',
    )
    _, diagnosis = exercise.check("def train(): return 0.347")
    assert diagnosis.misconception == "chance"
