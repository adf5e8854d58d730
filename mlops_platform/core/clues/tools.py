"""Clues that a repository keeps its quality with a tool: settings, hooks, commands, CI actions."""

from typing import NamedTuple

from mlops_platform.core.clues.clue import Clue, commanded, configured, filed
from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.reading import Reading
from mlops_platform.core.facts.repository import Role


class Tool(NamedTuple):
    """Where a tool shows, by the names it has there; `*` stands for any ending."""

    tables: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    hooks: tuple[str, ...] = ()
    commands: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()


def practised(reading: Reading, tool: Tool) -> tuple[Clue, ...]:
    """Find every place where the repository sets the tool up or runs it."""
    return (
        *configured(reading, "toml_table", *tool.tables),
        *configured(reading, "ini_section", *tool.sections),
        *configured(reading, "hook", *tool.hooks),
        *commanded(reading, *tool.commands),
        *(filed(reading, *tool.files) if tool.files else ()),
        *_reused(reading, tool.actions),
    )


def _reused(reading: Reading, actions: tuple[str, ...]) -> tuple[Clue, ...]:
    return tuple(
        Clue(Role.SOURCE, Evidence(path=file.path, line=line))
        for file in reading.automation.pipelines
        for action, line in file.actions
        if action.partition("@")[0].lower().startswith(actions)
    )
