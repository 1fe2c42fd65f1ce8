"""Mistakes in what is decided: boundaries, logic, branches."""

from collections.abc import Iterator

import libcst as cst

from tutor.authoring.mutation.sites import Site
from tutor.authoring.mutation.syntax import name_of, wrapped

COMPARISONS: dict[type[cst.BaseCompOp], tuple[type[cst.BaseCompOp], ...]] = {
    cst.LessThan: (cst.LessThanEqual, cst.GreaterThan),
    cst.LessThanEqual: (cst.LessThan, cst.GreaterThanEqual),
    cst.GreaterThan: (cst.GreaterThanEqual, cst.LessThan),
    cst.GreaterThanEqual: (cst.GreaterThan, cst.LessThanEqual),
    cst.Equal: (cst.NotEqual,),
    cst.NotEqual: (cst.Equal,),
    cst.In: (cst.NotIn,),
    cst.NotIn: (cst.In,),
    cst.Is: (cst.IsNot,),
    cst.IsNot: (cst.Is,),
}

ORDERS = (cst.LessThan, cst.LessThanEqual, cst.GreaterThan, cst.GreaterThanEqual)


def change_comparison(node: cst.CSTNode, site: Site) -> Iterator[cst.CSTNode]:
    """Another comparison: < and <= and >, == and !=, `in` and `not in`.

    The opposite of a whole condition is left out: whatever notices a condition that is
    always true or always false notices that too.
    """
    match node:
        case cst.Comparison(comparisons=targets):
            for place, target in enumerate(targets):
                operator = target.operator
                if (
                    is_condition(site)
                    and len(targets) == 1
                    and not isinstance(operator, ORDERS)
                ):
                    continue
                for other in COMPARISONS[type(operator)]:
                    changed = list(targets)
                    changed[place] = target.with_changes(operator=other())
                    yield node.with_changes(comparisons=changed)


def change_logic(node: cst.CSTNode, site: Site) -> Iterator[cst.CSTNode]:
    """`and` and `or` swapped, one side of them forgotten, a `not` forgotten."""
    match node:
        case cst.BooleanOperation(left=left, right=right):
            if isinstance(node.operator, cst.And):
                yield node.with_changes(operator=cst.Or())
            else:
                both = {"left": wrapped(left, 2), "right": wrapped(right, 3)}
                yield node.with_changes(operator=cst.And(), **both)
            yield left
            yield right
        case cst.UnaryOperation(operator=cst.Not(), expression=inner):
            if not is_condition(site):
                yield inner


def force_condition(node: cst.CSTNode, site: Site) -> Iterator[cst.CSTNode]:
    """A condition that is always true, or always false.

    `while` is never made endless: nothing is learned from waiting for it.
    """
    if is_condition(site) and name_of(node) not in ("True", "False"):
        if not isinstance(site.parent, cst.While):
            yield cst.Name("True")
        yield cst.Name("False")


def choose_branch(node: cst.CSTNode, site: Site) -> Iterator[cst.CSTNode]:
    """One of the two values of `np.where` everywhere."""
    match node:
        case cst.Call(args=[_, one, other]) if name_of(node) == "where":
            yield one.value
            yield other.value


def is_condition(site: Site) -> bool:
    """Return whether this expression decides what is done."""
    match site.parent:
        case cst.If(test=test) | cst.IfExp(test=test) | cst.While(test=test):
            return test is site.node
        case cst.CompIf(test=test):
            return test is site.node
    return False
