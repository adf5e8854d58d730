"""The command-line arguments that a file declares, whichever library it uses."""

from collections.abc import Callable, Iterator

from mlops_platform.core.facts.python.argument_parsers import (
    absl,
    argparse,
    click,
    dataclass_fields,
    fire,
    hydra,
    standard_input,
    sys_argv,
    typer,
)
from mlops_platform.core.facts.python.notes import Notes
from mlops_platform.core.facts.python.source_file import Argument

_PARSERS: tuple[Callable[[Notes], Iterator[Argument]], ...] = (
    absl.arguments,
    argparse.arguments,
    click.arguments,
    dataclass_fields.arguments,
    fire.arguments,
    hydra.arguments,
    standard_input.arguments,
    sys_argv.arguments,
    typer.arguments,
)


def read_arguments(notes: Notes) -> tuple[Argument, ...]:
    """Return all declared arguments in order of their lines."""
    found = [argument for arguments in _PARSERS for argument in arguments(notes)]
    return tuple(sorted(found, key=lambda argument: argument.line))
