"""`parser.add_argument(…)`, also on groups, subparsers and parsers handed to a function."""

import ast
from collections.abc import Iterator

from mlops_platform.core.facts.python.argument_parsers.keywords import keyword, keyword_literal
from mlops_platform.core.facts.python.argument_parsers.subparsers import subparser_of, subparsers
from mlops_platform.core.facts.python.literals import string, strings, written
from mlops_platform.core.facts.python.notes import KeptCall, Notes
from mlops_platform.core.facts.python.source_file import Argument

_LIBRARIES = frozenset(
    {"argparse", "configargparse", "jsonargparse", "simple_parsing", "transformers", "tap"}
)
_SWITCHES = {"store_true": "False", "store_false": "True"}
_OPTIONAL_COUNTS = frozenset({"?", "*", "...", "A..."})


def arguments(notes: Notes) -> Iterator[Argument]:
    """Yield the arguments that a file adds to parsers."""
    has_library = any(
        entry.module.partition(".")[0] in _LIBRARIES and not entry.level for entry in notes.imports
    )
    known = subparsers(notes)
    for kept in notes.kept:
        if kept.name.endswith(".add_argument") and _is_parser(kept, has_library=has_library):
            argument = _argument(kept)
            if argument is not None:
                own = subparser_of(kept, known)
                yield argument._replace(word=own.word if own else "")


def _is_parser(kept: KeptCall, *, has_library: bool) -> bool:
    owner = kept.name.rpartition(".")[0]
    if owner:
        return owner.partition(".")[0] in _LIBRARIES
    receiver = kept.node.func.value if isinstance(kept.node.func, ast.Attribute) else None
    name = receiver.id if isinstance(receiver, ast.Name) else ""
    return has_library or "parser" in name or "group" in name


def _argument(kept: KeptCall) -> Argument | None:
    call = kept.node
    names = [text for text in map(string, call.args) if text]
    if not names:
        return None
    is_option = names[0].startswith("-")
    action = keyword_literal(call, "action")
    if action in {"help", "version"}:
        return None
    default = written(keyword(call, "default"))
    if default is None:
        default = _SWITCHES.get(str(action))
    return Argument(
        parser="argparse",
        name=next((name for name in names if name.startswith("--")), names[0]),
        is_required=_is_required(call, is_option=is_option),
        default=None if default == "None" else default,
        choices=strings(keyword(call, "choices")),
        line=call.lineno,
        scope=kept.scope,
    )


def _is_required(call: ast.Call, *, is_option: bool) -> bool:
    if is_option:
        return keyword_literal(call, "required") is True
    count = keyword_literal(call, "nargs")
    is_remainder = isinstance(keyword(call, "nargs"), ast.Attribute)
    return count not in _OPTIONAL_COUNTS and not is_remainder
