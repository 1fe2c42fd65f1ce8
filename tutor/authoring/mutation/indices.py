"""Mistakes in counting: slices, indices, the bounds of a range."""

from collections.abc import Iterator

import libcst as cst

from tutor.authoring.mutation.sites import Site
from tutor.authoring.mutation.syntax import (
    bare,
    name_of,
    number,
    shifted,
    value_of,
    with_value,
    without,
)

COUNTED = ("range", "enumerate")


def change_slice(node: cst.CSTNode, site: Site) -> Iterator[cst.CSTNode]:
    """A bound or step of a slice left out, or a bound off by one."""
    match node:
        case cst.Slice(lower=lower, upper=upper, step=step):
            if lower is not None and value_of(lower) != 0:
                yield node.with_changes(lower=None)
            if upper is not None:
                yield node.with_changes(upper=None)
            if step is not None and value_of(step) != 1:
                yield node.with_changes(step=None)
            edge = "upper" if upper is not None else "lower"
            bound = upper or lower
            if bound is not None and not isinstance(bound, cst.BinaryOperation):
                further = shifted(bare(bound), -1 if (value_of(bound) or 0) < 0 else 1)
                yield node.with_changes(**{edge: further})


def change_index(node: cst.CSTNode, site: Site) -> Iterator[cst.CSTNode]:
    """An index off by one: a literal, or the variable of a loop that counts."""
    if not isinstance(site.parent, cst.Index):
        return
    match node:
        case cst.Name(value=name) if is_counter(name, site):
            yield shifted(node, -1)
        case cst.BaseExpression():
            value = value_of(node)
            if isinstance(value, int):
                others = (value + 1, value - 1)
                yield from (number(other) for other in others)


def change_range(node: cst.CSTNode, site: Site) -> Iterator[cst.CSTNode]:
    """A range that starts or stops one off, an enumeration that starts elsewhere."""
    match node:
        case cst.Call(func=cst.Name(value="range"), args=[stop]):
            yield from (with_value(node, 0, other) for other in around(stop.value))
            yield node.with_changes(args=[cst.Arg(number(1)), stop])
        case cst.Call(func=cst.Name(value="range"), args=[start, stop, *rest]):
            value = value_of(start.value)
            if value is not None or isinstance(start.value, cst.Name):
                by = -1 if value == 1 else 1
                yield with_value(node, 0, shifted(start.value, by))
            yield from (with_value(node, 1, other) for other in around(stop.value))
            if rest:
                yield without(node, 2)
        case cst.Call(func=cst.Name(value="enumerate"), args=[_]):
            yield node.with_changes(args=[*node.args, cst.Arg(number(1))])
        case cst.Call(func=cst.Name(value="enumerate"), args=[_, _]):
            yield without(node, 1)


def around(stop: cst.BaseExpression) -> Iterator[cst.BaseExpression]:
    """Return the bounds beside one, unless it is a sum that others change."""
    if not isinstance(stop, cst.BinaryOperation):
        yield shifted(stop, -1)
        yield shifted(stop, 1)


def is_counter(name: str, site: Site) -> bool:
    """Return whether a name counts in a loop or comprehension around this place."""
    for node in site.ancestors:
        match node:
            case cst.For(target=target, iter=iterated) if counts(name, target, iterated):
                return True
            case cst.GeneratorExp(for_in=loop) | cst.ListComp(for_in=loop):
                if counts(name, loop.target, loop.iter):
                    return True
    return False


def counts(name: str, target: cst.BaseExpression, iterated: cst.BaseExpression) -> bool:
    """Return whether a loop gives whole numbers in order to `name`."""
    match iterated:
        case cst.Call(func=cst.Name(value="reversed"), args=[cst.Arg(value=inner)]):
            return counts(name, target, inner)
        case cst.Call(func=cst.Name(value=function)) if function in COUNTED:
            match target:
                case cst.Tuple(elements=[first, *_]) if function == "enumerate":
                    return name_of(first.value) == name
            return name_of(target) == name
    return False
