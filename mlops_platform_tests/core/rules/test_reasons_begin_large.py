"""What rules say begins with a word that may take a capital, or with a name of the repository."""

import ast
from collections.abc import Iterator
from pathlib import Path

from mlops_platform.core.report.words import as_reason

CORE = Path(__file__).parents[3] / "mlops_platform" / "core"
SAYING = (
    *("met", "partly_met", "unmet", "unknown", "not_applicable"),
    *("answer_by_habit", "answer_by_share", "answer_by_absence"),
    *("answer_by_ci", "answer_by_readme", "answer_by_use"),
)
NAMES = ("ruff ", "torch ")
"""Programs are spelled as they spell themselves."""


def reasons() -> Iterator[tuple[str, str]]:
    for folder in ("rules", "answers"):
        for path in sorted((CORE / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text())):
                if isinstance(node, ast.Call) and _says(node.func):
                    given = [*node.args, *(each.value for each in node.keywords)]
                    yield from ((path.name, text) for each in given for text in _beginnings(each))


def _says(function: ast.expr) -> bool:
    return isinstance(function, ast.Name) and function.id in SAYING


def _beginnings(node: ast.expr) -> Iterator[str]:
    """Yield the texts that an argument can begin with; a name that is filled in is none."""
    if isinstance(node, ast.IfExp):
        yield from (*_beginnings(node.body), *_beginnings(node.orelse))
    elif isinstance(node, ast.BinOp):
        yield from _beginnings(node.left)
    elif isinstance(node, ast.JoinedStr):
        yield from _beginnings(node.values[0])
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value:
        yield node.value


def test_every_reason_begins_large() -> None:
    found = list(reasons())
    assert len(found) > 150
    reasons_of_words = [each for each in found if not each[1].startswith(NAMES)]
    small = [each for each in reasons_of_words if as_reason(each[1])[:1].islower()]
    assert small == []
