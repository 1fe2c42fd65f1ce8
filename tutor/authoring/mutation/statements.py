"""Mistakes in what is done at all: a line forgotten, a loop left too early or too late."""

from collections.abc import Iterator

import libcst as cst
from libcst import matchers as m

from tutor.authoring.mutation.sites import Site
from tutor.authoring.mutation.syntax import name_of

GRADIENT_MODES = frozenset({"no_grad", "inference_mode", "enable_grad", "set_grad_enabled"})


def remove_statement(node: cst.CSTNode, site: Site) -> Iterator[cst.CSTNode]:
    """A line forgotten: a call, an update, a value that replaces an earlier one."""
    match node:
        case cst.Expr(value=cst.Call()) | cst.AugAssign():
            yield cst.Pass(semicolon=node.semicolon)
        case cst.Assign(targets=[cst.AssignTarget(target=cst.Subscript())]):
            yield cst.Pass(semicolon=node.semicolon)
        case cst.Assign(targets=[cst.AssignTarget(target=cst.Name(value=name))]):
            if is_bound_before(name, node, site):
                yield cst.Pass(semicolon=node.semicolon)


def unwrap_with(node: cst.CSTNode, site: Site) -> Iterator[cst.CSTNode]:
    """`with torch.no_grad():` left out, its body kept."""
    match node:
        case cst.With(items=[item], body=body, leading_lines=lines):
            if name_of(item.item) in GRADIENT_MODES:
                yield cst.If(cst.Name("True"), body, leading_lines=lines)


def swap_jump(node: cst.CSTNode, site: Site) -> Iterator[cst.CSTNode]:
    """`break` and `continue` swapped, or left out.

    Not in `while True`, which would only become endless.
    """
    loop = next(
        n for n in (*site.ancestors[::-1], None) if isinstance(n, LOOPS) or n is None
    )
    match node, loop:
        case _, cst.While(test=cst.Name(value="True")):
            return
        case cst.Break(), _:
            yield cst.Continue(semicolon=node.semicolon)
            yield cst.Pass(semicolon=node.semicolon)
        case cst.Continue(), _:
            yield cst.Break(semicolon=node.semicolon)
            yield cst.Pass(semicolon=node.semicolon)


LOOPS = (cst.For, cst.While)


def is_bound_before(name: str, node: cst.Assign, site: Site) -> bool:
    """Return whether a name has a value already where `node` gives it another."""
    functions = [n for n in site.ancestors if isinstance(n, cst.FunctionDef)]
    if not functions:
        return False
    places = m.AssignTarget() | m.Param() | m.For()
    for found in m.findall(functions[-1], places):
        match found:
            case cst.AssignTarget(target=target):
                if any(target is own.target for own in node.targets):
                    return False
            case cst.For(target=target) | cst.Param(name=target):
                pass
            case _:
                continue
        if m.findall(target, m.Name(name)):
            return True
    return False
