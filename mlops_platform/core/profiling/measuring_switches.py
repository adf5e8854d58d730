"""The switch with which a program that trains only measures: `--validate-only`."""

import re

from mlops_platform.core.facts.source_code import SourceFile
from mlops_platform.core.profiling.reach import Program

ONLY_MEASURES = re.compile(
    r"--?(?:(?:eval(?:uat\w+)?|valid(?:at\w+)?|val|test)[-_]only|only[-_](?:eval\w*|valid\w*|val|test)"
    r"|evaluate)$",
    re.IGNORECASE,
)


def measuring_switch(file: SourceFile, program: Program) -> str:
    """Return the switch with which a program only measures, of its own or an imported parser."""
    reached = [] if file.arguments else program.reached_files(file.path)
    declaring = [file] if file.arguments else [each for each in reached if each.arguments]
    if len(declaring) > 1:  # nobody knows whose parser is used
        return ""
    return next(
        (
            argument.name
            for each in declaring
            for argument in each.arguments
            if argument.parser == "argparse" and not argument.word
            if argument.default == "False" and ONLY_MEASURES.match(argument.name)
        ),
        "",
    )


def with_switch(command: str | None, switch: str) -> str | None:
    """Return a command with a switch behind it, unless a shell would take that for another's."""
    is_plain = command is not None and not set("|&;<>`$") & set(command)
    return f"{command} {switch}" if switch and is_plain else command
