"""From the text of a program to its mutants."""

import ast
import warnings
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import cast

import libcst as cst
from libcst.metadata import CodeRange, MetadataWrapper, PositionProvider

from tutor.authoring.mutation.mutant import Mutant, shortened
from tutor.authoring.mutation.shown import shown
from tutor.authoring.mutation.sites import Site, sites
from tutor.authoring.mutation.syntax import level, wrapped
from tutor.authoring.mutation.table import OPERATORS, slug


def mutants(source: str) -> list[Mutant]:
    """Return every mutant of a program, in the order of the places that are changed.

    Each of them compiles, and no two are the same program, whatever their comments and
    layout.

    Raises:
        libcst.ParserSyntaxError: `source` is no Python.
    """
    wrapper = MetadataWrapper(cst.parse_module(source))
    where = cast("dict[cst.CSTNode, CodeRange]", wrapper.resolve(PositionProvider))
    seen = {fingerprint(source)}
    ranks: Counter[str] = Counter()
    found = []
    for site in sorted(sites(wrapper.module), key=lambda site: start(where, site)):
        for mutant in at(site, wrapper.module, where[site.node].start.line):
            mark = fingerprint(mutant.source)
            if mark is None or mark in seen:
                continue
            seen.add(mark)
            ranks[mutant.key] += 1
            found.append(replace(mutant, ordinal=ranks[mutant.key]))
    return found


def start(where: dict[cst.CSTNode, CodeRange], site: Site) -> tuple[int, int]:
    """Return where a site begins: line and column."""
    position = where[site.node].start
    return position.line, position.column


def at(site: Site, module: cst.Module, line: int) -> Iterator[Mutant]:
    """Return what all operators make of one site."""
    for operator in OPERATORS:
        for new in operator(site.node, site):
            changed = fitted(new, site.node)
            before, after, digest = shortened(*shown(site, changed))
            source = cast(cst.Module, module.deep_replace(site.node, changed)).code
            yield Mutant(
                slug(operator), line, before, after, source, site.function, digest=digest
            )


def fitted(new: cst.CSTNode, old: cst.CSTNode) -> cst.CSTNode:
    """Return the replacement, in parentheses if it needs them in the old node's place."""
    if not isinstance(new, cst.BaseExpression) or not isinstance(old, cst.BaseExpression):
        return new
    if old.lpar and not new.lpar and not isinstance(new, cst.Name | cst.BaseNumber):
        return new.with_changes(lpar=old.lpar, rpar=old.rpar)
    return wrapped(new, level(old))


def fingerprint(source: str) -> str | None:
    """Return what a program means to Python, or None if it does not compile."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            tree = ast.parse(source)
            compile(tree, "<mutant>", "exec")
        except SyntaxError:
            return None
    return ast.dump(tree)
