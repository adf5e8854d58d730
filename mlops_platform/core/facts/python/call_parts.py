"""Parts of one call or expression as syntax: what is called on what, with which arguments."""

import ast
from collections.abc import Iterable

from mlops_platform.core.facts.python.blocks import Site

LONGEST_PATH = 8


def spelled(node: ast.expr) -> str:
    """Return `a.b.c` as it is written, "" for anything but names and attributes."""
    parts: list[str] = []
    while type(node) is ast.Attribute and len(parts) < LONGEST_PATH:
        parts.append(node.attr)
        node = node.value
    if type(node) is not ast.Name:
        return ""
    if not parts:
        return node.id
    parts.append(node.id)
    parts.reverse()
    return ".".join(parts)


def receiver(site: Site) -> str:
    """Return the object whose method is called, as it is written, "" where there is none."""
    function = site.node.func
    return spelled(function.value) if isinstance(function, ast.Attribute) else ""


def called(site: Site) -> str:
    """Return the last word of what is called."""
    function = site.node.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def given(call: ast.Call, *keywords: str) -> ast.expr | None:
    """Return the value of the first of these keywords that a call states."""
    return next((each.value for each in call.keywords if each.arg in keywords), None)


def may_hold_more(call: ast.Call) -> bool:
    """Tell whether a call passes on `*arguments` or `**settings` that nobody can see."""
    has_more = any(each.arg is None for each in call.keywords)
    return has_more or any(isinstance(each, ast.Starred) for each in call.args)


def is_true(node: ast.expr | None) -> bool:
    """Tell a literal True."""
    return isinstance(node, ast.Constant) and node.value is True


def is_false(node: ast.expr | None) -> bool:
    """Tell a literal False."""
    return isinstance(node, ast.Constant) and node.value is False


def names_in(nodes: Iterable[ast.AST]) -> frozenset[str]:
    """Return the plain names that stand anywhere in these expressions."""
    return frozenset(
        part.id for node in nodes for part in ast.walk(node) if isinstance(part, ast.Name)
    )
