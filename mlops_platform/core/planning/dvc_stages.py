"""The stages of a dvc.yaml with what they take and give, in the order in which they are run."""

import posixpath
import re
from typing import NamedTuple

from mlops_platform.core.checkout import UnreadFile
from mlops_platform.core.facts.documented_commands import DocumentedCommand
from mlops_platform.core.facts.text.documents import Value, at, list_at, mapping_at, text_at
from mlops_platform.core.facts.text.yaml_documents import read_yaml_documents
from mlops_platform.core.planning.planning_facts import PlanningFacts

_VARIABLE = re.compile(r"\$\{([\w.-]{1,100})\}")
_OUTPUTS = ("outs", "outs_persist", "metrics", "plots")


class Stage(NamedTuple):
    """One stage: its commands, and the paths from the root that it takes and gives."""

    name: str
    commands: tuple[DocumentedCommand, ...]
    takes: tuple[str, ...]
    gives: tuple[str, ...]


def dvc_stages(path: str, facts: PlanningFacts) -> tuple[Stage, ...]:
    """Return the stages of one file, each after those whose outputs it takes."""
    documents = read_yaml_documents(facts.checkout, path)
    if isinstance(documents, UnreadFile):
        return ()
    parameters = _parameters(path, facts)
    found = []
    for name, stage in mapping_at(documents[0].value, "stages").items():
        body = mapping_at(stage, "do") or stage
        folder = posixpath.normpath(posixpath.join(posixpath.dirname(path), text_at(body, "wdir")))
        commands = tuple(
            each._replace(command=_filled(each.command, parameters))
            for each in facts.commands.commands
            if each.path == path and each.name.partition("@")[0] == name
        )
        gives = [place for key in _OUTPUTS for place in _places(list_at(body, key), folder)]
        takes = _places(list_at(body, "deps"), folder)
        found.append(Stage(name, commands, tuple(takes), tuple(gives)))
    return _ordered(found)


def leading_to(stage: Stage, stages: tuple[Stage, ...]) -> tuple[Stage, ...]:
    """Return the stages that one needs, itself last."""
    needed = {stage.name}
    wanted = list(stage.takes)
    for place in wanted:
        for other in stages:
            if other.name not in needed and any(_touch(place, given) for given in other.gives):
                needed.add(other.name)
                wanted += other.takes
    return tuple(each for each in stages if each.name in needed)


def sources_of(stages: tuple[Stage, ...]) -> tuple[str, ...]:
    """Return the paths that stages take and none of them gives."""
    given = [place for stage in stages for place in stage.gives]
    taken = dict.fromkeys(place for stage in stages for place in stage.takes)
    return tuple(place for place in taken if not any(_touch(place, each) for each in given))


def _ordered(stages: list[Stage]) -> tuple[Stage, ...]:
    ordered: list[Stage] = []
    rest = list(stages)
    while rest:
        open_places = [given for stage in rest for given in stage.gives]
        ready = [
            stage
            for stage in rest
            if not any(
                _touch(taken, given)
                for taken in stage.takes
                for given in open_places
                if given not in stage.gives
            )
        ]
        # A circle is dvc's own error to tell; the order of the file is then as good as any.
        chosen = ready or rest
        ordered += chosen
        rest = [stage for stage in rest if stage not in chosen]
    return tuple(ordered)


def _touch(one: str, other: str) -> bool:
    return one == other or one.startswith(f"{other}/") or other.startswith(f"{one}/")


def _places(items: list[Value], folder: str) -> list[str]:
    texts = [item if isinstance(item, str) else next(iter(mapping_at(item)), "") for item in items]
    return [posixpath.normpath(posixpath.join(folder, text)) for text in texts if text]


def _parameters(path: str, facts: PlanningFacts) -> Value:
    place = posixpath.join(posixpath.dirname(path), "params.yaml")
    documents = read_yaml_documents(facts.checkout, place)
    return None if isinstance(documents, UnreadFile) else documents[0].value


def _filled(command: str, parameters: Value) -> str:
    def value(found: re.Match[str]) -> str:
        stated = at(parameters, *found[1].split("."))
        return str(stated) if isinstance(stated, str | int | float) else found[0]

    return _VARIABLE.sub(value, command)
