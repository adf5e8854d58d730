"""absl flags, and TensorFlow's older name for them: `flags.DEFINE_string("x", …)`."""

import ast
from collections.abc import Iterator

from mlops_platform.core.facts.python.argument_parsers.keywords import keyword, keyword_literal
from mlops_platform.core.facts.python.literals import string, strings, written
from mlops_platform.core.facts.python.notes import FLAGS, KeptCall, Notes
from mlops_platform.core.facts.python.source_file import Argument

_MARKERS = ("mark_flag_as_required", "mark_flags_as_required")


def arguments(notes: Notes) -> Iterator[Argument]:
    """Yield every flag that a file defines."""
    flags = [kept for kept in notes.kept if _is_flags(kept.name)]
    required = {name for kept in flags for name in _marked(kept)}
    for kept in flags:
        name = string(kept.node.args[0]) if kept.node.args else None
        if name and kept.name.rpartition(".")[2].startswith(FLAGS):
            yield _flag(kept, name, is_required=name in required)


def _is_flags(name: str) -> bool:
    return name.startswith("absl.flags.") or (name.startswith("tensorflow.") and ".flags." in name)


def _marked(kept: KeptCall) -> tuple[str, ...]:
    if not kept.name.endswith(_MARKERS) or not kept.node.args:
        return ()
    first = kept.node.args[0]
    one = string(first)
    return (one,) if one else strings(first)


def _flag(kept: KeptCall, name: str, *, is_required: bool) -> Argument:
    call = kept.node
    given = call.args[1] if len(call.args) > 1 else keyword(call, "default")
    default = written(given)
    is_enum = kept.name.endswith("DEFINE_enum")
    values: ast.expr | None = call.args[2] if is_enum and len(call.args) > 2 else None  # noqa: PLR2004
    return Argument(
        parser="absl",
        name=f"--{name}",
        is_required=is_required or keyword_literal(call, "required") is True,
        default=None if default == "None" else default,
        choices=strings(values or keyword(call, "enum_values")),
        line=call.lineno,
        scope=kept.scope,
    )
