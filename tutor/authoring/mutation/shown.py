"""How a change is shown: what was there and what is there now, on one line each."""

import ast
import contextlib

import libcst as cst

from tutor.authoring.mutation.sites import Site
from tutor.authoring.mutation.syntax import bare, value_of

EMPTY = cst.Module([])


def shown(site: Site, new: cst.CSTNode) -> tuple[str, str]:
    """Return the texts before and after a change.

    A lone number or name says little: it is shown inside the expression or the statement
    that holds it.
    """
    if isinstance(site.node, cst.With):
        return headline(site.node), headline(new)
    old, now = site.node, new
    for around in reversed(site.ancestors):
        if is_telling(old) or not is_part(around):
            break
        old, now = around, around.deep_replace(old, now)
    return text(old), text(now)


def is_telling(node: cst.CSTNode) -> bool:
    """Return whether a node can be shown by itself."""
    if isinstance(node, cst.BaseExpression):
        return not isinstance(node, cst.Name) and value_of(node) is None
    return isinstance(node, cst.BaseSmallStatement | cst.Param)


def is_part(node: cst.CSTNode) -> bool:
    """Return whether a node is less than a compound statement."""
    return not isinstance(node, cst.BaseStatement | cst.BaseSuite | cst.CompIf)


def headline(node: cst.CSTNode) -> str:
    """Return the first line of a compound statement."""
    return EMPTY.code_for_node(node).strip().splitlines()[0]


def text(node: cst.CSTNode) -> str:
    """Return the code of a node on one line, without comments."""
    if isinstance(node, cst.Param):
        node = node.with_changes(annotation=None)
    if isinstance(node, cst.BaseExpression):
        node = bare(node).with_changes(lpar=[cst.LeftParen()], rpar=[cst.RightParen()])
    code = EMPTY.code_for_node(node).strip().rstrip(";")
    with contextlib.suppress(SyntaxError):
        code = ast.unparse(ast.parse(code))
    return " ".join(code.split())
