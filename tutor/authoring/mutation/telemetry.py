"""Statements that only tell somebody: without them a program computes the same."""

from collections.abc import Iterator

import libcst as cst

TELLERS = frozenset({"track", "logging", "logger", "warnings"})
"""What a call is made on that only tells."""


def silent_functions(module: cst.Module) -> frozenset[str]:
    """Return the names of the module's functions that do nothing but tell.

    Such a function returns nothing, and beside telling it only gives values to names of
    its own.
    """
    found: frozenset[str] = frozenset()
    functions = [node for node in module.body if isinstance(node, cst.FunctionDef)]
    while True:
        more = frozenset(f.name.value for f in functions if only_tells(f.body, found, True))
        if more == found:
            return found
        found = more


def only_tells(node: cst.CSTNode, silent: frozenset[str], local: bool = False) -> bool:
    """Return whether `node` tells something and does nothing else.

    Functions in `silent` are known to tell. With `local`, giving a value to a name counts
    as doing nothing.
    """
    parts = list(leaves(node))
    telling = [is_telling(part, silent) for part in parts]
    return any(telling) and all(
        told or is_idle(part, local) for told, part in zip(telling, parts, strict=True)
    )


def leaves(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """Walk through the single statements of a block, also inside `if` and `for`."""
    match node:
        case cst.SimpleStatementLine() | cst.IndentedBlock() | cst.SimpleStatementSuite():
            for part in node.body:
                yield from leaves(part)
        case cst.If(body=body, orelse=orelse) | cst.For(body=body, orelse=orelse):
            yield from leaves(body)
            if orelse is not None:
                yield from leaves(orelse)
        case cst.Else(body=body):
            yield from leaves(body)
        case _:
            yield node


def is_telling(node: cst.CSTNode, silent: frozenset[str]) -> bool:
    """Return whether a statement is a call that only tells."""
    match node:
        case cst.Expr(value=cst.Call(func=cst.Name(value=name))):
            return name in silent or name == "print"
        case cst.Expr(value=cst.Call(func=cst.Attribute(value=cst.Name(value=name)))):
            return name in TELLERS
    return False


def is_idle(node: cst.CSTNode, local: bool) -> bool:
    """Return whether a statement does nothing that others could notice."""
    match node:
        case cst.Pass() | cst.Expr(value=cst.SimpleString() | cst.ConcatenatedString()):
            return True
        case cst.Assign(targets=targets):
            return local and all(
                isinstance(t.target, cst.Name | cst.Tuple) for t in targets
            )
    return False
