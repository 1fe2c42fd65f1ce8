"""The places of a program at which a mistake can be made, and those left alone."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import libcst as cst

from tutor.authoring.mutation.syntax import name_of
from tutor.authoring.mutation.telemetry import only_tells, silent_functions

OPAQUE = frozenset(
    {"default_rng", "manual_seed", "seed", "isinstance", "cast", "TypeVar", "NewType"}
)
"""Calls whose arguments are left alone: another seed or type is no mistake of the code."""

GENERIC = frozenset({"list", "tuple", "dict", "set", "Callable", "Literal", "Union"})
"""What types are made of; `Layer = tuple[int, int]` is a type and nothing to compute."""


@dataclass(frozen=True, slots=True)
class Site:
    """A node, what is around it (outermost first), and the name of its function."""

    node: cst.CSTNode
    ancestors: tuple[cst.CSTNode, ...]
    function: str

    @property
    def parent(self) -> cst.CSTNode:
        """The node directly around this one."""
        return self.ancestors[-1]

    def call(self) -> cst.Call | None:
        """Return the call of which this node is an argument."""
        if isinstance(self.parent, cst.Arg) and isinstance(self.ancestors[-2], cst.Call):
            return self.ancestors[-2]
        return None


def sites(module: cst.Module) -> Iterator[Site]:
    """Walk through all that may be changed, outer nodes before inner ones."""
    yield from walk(module, (), "", silent_functions(module))


def walk(
    node: cst.CSTNode,
    ancestors: tuple[cst.CSTNode, ...],
    function: str,
    silent: frozenset[str],
) -> Iterator[Site]:
    """Walk through one node and what is below it."""
    if isinstance(node, cst.BaseStatement) and only_tells(node, silent):
        return
    if isinstance(node, cst.FunctionDef | cst.ClassDef):
        name = node.name.value
        function = f"{function}.{name}" if function else name
        if name in silent:
            return
    if ancestors:
        yield Site(node, ancestors, function or "module")
    for child in visible(node):
        yield from walk(child, (*ancestors, node), function, silent)


def visible(node: cst.CSTNode) -> Iterable[cst.CSTNode]:
    """Return the children that are looked at."""
    match node:
        case cst.FunctionDef() | cst.Lambda():
            return [node.params, node.body]
        case cst.ClassDef() | cst.With() | cst.ExceptHandler():
            return [node.body]
        case cst.Param(default=default):
            return [default] if default else []
        case cst.Assign():
            places = [t.target for t in node.targets if isinstance(t.target, cst.Subscript)]
            return [] if is_declaration(node) else [*places, node.value]
        case cst.AnnAssign(value=value):
            alias = name_of(node.annotation.annotation) == "TypeAlias"
            return [] if value is None or alias else [value]
        case cst.AugAssign(target=target, value=value):
            return [target, value] if isinstance(target, cst.Subscript) else [value]
        case cst.For(iter=iterated, body=body, orelse=orelse):
            return [iterated, body, *([orelse] if orelse else [])]
        case cst.CompFor(iter=iterated, ifs=ifs, inner_for_in=inner):
            return [iterated, *ifs, *([inner] if inner else [])]
        case cst.If(orelse=orelse) if is_for_tools(node.test):
            return [orelse] if orelse else []
        case cst.Assert(test=test):
            return [test]
        case cst.Attribute(value=value) | cst.NamedExpr(value=value):
            return [value]
        case cst.Call() if name_of(node) in OPAQUE:
            return [node.func]
    return [] if is_silent(node) else node.children


def is_silent(node: cst.CSTNode) -> bool:
    """Return whether nothing within a node decides what a program computes."""
    match node:
        case cst.Arg(keyword=cst.Name(value="strict")):
            return True
        case cst.Raise() | cst.Import() | cst.ImportFrom() | cst.Annotation():
            return True
        case cst.Del() | cst.TypeAlias() | cst.FormattedString() | cst.BaseString():
            return True
        case cst.BaseParenthesizableWhitespace() | cst.TrailingWhitespace():
            return True
    return False


def is_declaration(node: cst.Assign) -> bool:
    """Return whether an assignment names a type or lists what a module exports."""
    if any(name_of(t.target) == "__all__" for t in node.targets):
        return True
    match node.value:
        case cst.Subscript(value=value):
            return name_of(value) in GENERIC
    return False


def is_for_tools(test: cst.BaseExpression) -> bool:
    """Return whether an `if` asks for type checking or for being run as a script."""
    match test:
        case cst.Comparison(left=cst.Name(value="__name__")):
            return True
    return name_of(test) == "TYPE_CHECKING"
