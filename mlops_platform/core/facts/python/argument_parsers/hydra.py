"""Hydra: where `@hydra.main` takes its configuration from. Overrides are never required."""

import ast
from collections.abc import Iterator

from mlops_platform.core.facts.python.argument_parsers.keywords import keyword
from mlops_platform.core.facts.python.literals import string
from mlops_platform.core.facts.python.notes import Notes
from mlops_platform.core.facts.python.source_file import Argument

_PLACES = ("config_path", "config_name")


def arguments(notes: Notes) -> Iterator[Argument]:
    """Yield `config_path` and `config_name` of every `@hydra.main`."""
    for definition in notes.definitions:
        decorators = notes.nodes[definition.name].decorator_list
        if "hydra.main" not in definition.decorators:
            continue
        decorator = decorators[min(definition.decorators.index("hydra.main"), len(decorators) - 1)]
        if isinstance(decorator, ast.Call):
            for position, place in enumerate(_PLACES):
                given = decorator.args[position] if position < len(decorator.args) else None
                yield Argument(
                    parser="hydra",
                    name=place,
                    is_required=False,
                    default=string(given or keyword(decorator, place)),
                    choices=(),
                    line=decorator.lineno,
                    scope=definition.name,
                )
