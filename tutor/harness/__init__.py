"""The public interface for authors of harnesses.

A harness is a file of cases. Each case is an ordinary test of `learner`, a proxy whose
functions run in the learner process and return by value::

    @case("each row sums to one", z=array("N", "C"))
    def rows_sum_to_one(learner, z):
        assert_close(learner.softmax(z).sum(-1), np.ones(len(z)))

Arguments named in the decorator are drawn anew for every check; when a case fails, the
draws are shrunk to the smallest that still fail. A case may also ask for ``rng`` (a seeded
`numpy.random.Generator`), ``reference`` (the solution's module) and ``report`` (metrics).
"""

from tutor.harness.autograd import assert_gradients, assert_module_gradients
from tutor.harness.cases import Case, assume, case, collect
from tutor.harness.checks import (
    CheckFailed,
    arguments_after,
    assert_close,
    assert_contract,
    assert_equal,
    assert_shape,
    assert_unaliased,
    assert_untouched,
    assert_within_ratio,
    raises,
    require,
)
from tutor.harness.draws import (
    array,
    built,
    integers,
    labels,
    normal,
    number,
    one_of,
    signs,
    uniform,
    whole,
)
from tutor.harness.gradients import numeric_gradient
from tutor.harness.learner import Learner, LearnerError, probe
from tutor.harness.report import Report
from tutor.harness.statistics import (
    assert_distribution,
    assert_frequencies,
    assert_mean,
    assert_proportion,
)

__all__ = [
    "Case",
    "CheckFailed",
    "Learner",
    "LearnerError",
    "Report",
    "arguments_after",
    "array",
    "assert_close",
    "assert_contract",
    "assert_distribution",
    "assert_equal",
    "assert_frequencies",
    "assert_gradients",
    "assert_mean",
    "assert_module_gradients",
    "assert_proportion",
    "assert_shape",
    "assert_unaliased",
    "assert_untouched",
    "assert_within_ratio",
    "assume",
    "built",
    "case",
    "collect",
    "integers",
    "labels",
    "normal",
    "number",
    "numeric_gradient",
    "one_of",
    "probe",
    "raises",
    "require",
    "signs",
    "uniform",
    "whole",
]
