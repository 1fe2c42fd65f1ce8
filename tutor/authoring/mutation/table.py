"""All operators. The name of each is what a mutant says of itself; its docstring explains it.

An operator takes a node and its site and yields what may stand in the node's place: the two
or three mistakes that tell most about a harness. What one operator changes, others leave.
"""

from collections.abc import Callable, Iterator

import libcst as cst

from tutor.authoring.mutation import (
    arguments,
    arithmetic,
    conditions,
    constants,
    functions,
    indices,
    statements,
)
from tutor.authoring.mutation.sites import Site

Operator = Callable[[cst.CSTNode, Site], Iterator[cst.CSTNode]]

OPERATORS: tuple[Operator, ...] = (
    arithmetic.swap_arithmetic,
    arithmetic.swap_operands,
    arithmetic.drop_operand,
    arithmetic.change_sign,
    arithmetic.swap_augmented,
    conditions.change_comparison,
    conditions.change_logic,
    conditions.force_condition,
    conditions.choose_branch,
    constants.change_number,
    constants.flip_flag,
    constants.change_infinity,
    arguments.change_axis,
    arguments.reorder_arguments,
    arguments.drop_keyword,
    arguments.reorder_items,
    functions.swap_function,
    functions.drop_function,
    functions.drop_method,
    indices.change_slice,
    indices.change_index,
    indices.change_range,
    statements.remove_statement,
    statements.unwrap_with,
    statements.swap_jump,
)


def slug(operator: Operator) -> str:
    """Return the name of an operator."""
    return str(getattr(operator, "__name__", operator))
