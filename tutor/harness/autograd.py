"""Gradient checks of torch code: what backward gives against central differences.

Both are computed beside the learner's code, in float64, because autograd does not cross
between processes. The output is weighted with fixed random numbers before it is summed: the
true gradient of a plain sum is zero for softmax and the norms, and hides mistakes. That the
*values* are right is for another case to say; here backward is held against forward.
"""

from typing import Any

import numpy as np

from tutor.harness.checks import CheckFailed, require
from tutor.harness.learner import Learner, probe
from tutor.harness.show import show

RTOL, ATOL = 1e-5, 1e-7
"""Central differences in float64 are good to about 1e-9; this leaves room for kinks near by."""
CUT = (
    "no gradient reaches {what}: the graph is cut on the way. Look for .detach(), .data, "
    ".item(), .numpy(), torch.tensor(...) around a tensor, or torch.no_grad()"
)


@probe
def through_function(module: Any, name: str, arguments: Any, keywords: Any) -> Any:
    """Return what `differentiate` finds of a function."""
    from tutor.harness.differences import differentiate

    return differentiate(getattr(module, name), arguments, keywords, 40)


@probe
def through_module(module: Any, name: str, build: Any, inputs: Any, count: int) -> Any:
    """Return what `differentiate` finds of a module made in float64."""
    import torch

    from tutor.harness.differences import differentiate

    torch.manual_seed(0)
    return differentiate(getattr(module, name)(*build).double(), inputs, {}, count)


def assert_gradients(
    learner: Learner,
    name: str,
    *arguments: Any,
    keywords: dict[str, Any] | None = None,
    rtol: float = RTOL,
    atol: float = ATOL,
) -> None:
    """Fail unless backward through the function `name` agrees with differences.

    Args:
        learner: the submission.
        name: a function of tensors that returns one tensor.
        arguments: numpy arrays become tensors, float ones that require gradients.
        keywords: passed on as they are.
        rtol: relative tolerance.
        atol: absolute tolerance.
    """
    compare(through_function(learner, name, arguments, keywords or {}), rtol, atol)


def assert_module_gradients(
    learner: Learner,
    name: str,
    build: tuple[Any, ...],
    *inputs: Any,
    rtol: float = RTOL,
    atol: float = ATOL,
    coordinates: int = 8,
) -> None:
    """Fail unless backward through a module agrees with differences.

    Args:
        learner: the submission.
        name: a class of modules, made by ``name(*build)`` and turned to float64.
        build: its arguments.
        inputs: numpy arrays, passed to it as tensors.
        rtol: relative tolerance.
        atol: absolute tolerance.
        coordinates: how many of each parameter are tried, drawn at random.
    """
    compare(through_module(learner, name, build, inputs, coordinates), rtol, atol)


def compare(found: Any, rtol: float, atol: float) -> None:
    """Fail at the first gradient that is missing or differs from its differences."""
    if type(found) is not list or not found:
        raise CheckFailed("there is nothing to differentiate: no parameter, no float input")
    for title, grad, differences in found:
        require(grad is not None or not differences.any(), CUT.format(what=title))
        if grad is None:
            continue
        wrong = ~np.isclose(grad, differences, rtol=rtol, atol=atol)
        if wrong.any():
            raise CheckFailed(
                f"the gradient with respect to {title} does not agree with what small "
                "changes of it do to the output",
                show("small changes", differences, wrong=wrong),
                show("backward", grad, wrong=wrong),
            )
