"""A Makefile's targets and what they run, with simple variables expanded; nothing is executed."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from mlops_platform.core.facts.text.shell_text import MAX_COMMAND, CommandLine

_VARIABLE = re.compile(r"(?:export[ \t]+)?([\w.-]{1,100})[ \t]*(\+=|\?=|:{0,3}=)[ \t]*(.*)")
_TARGET = re.compile(r"([^\s:=#][^:=#]{0,300}?)[ \t]*::?(?!=)([^;]*)(?:;(.*))?")
_REFERENCE = re.compile(r"\$[({]([\w.-]{1,100})[)}]")
_MAX_EXPANSIONS = 10


class MakeRule(NamedTuple):
    """What a rule makes and what it needs first; `name` is what its recipe lines go by."""

    name: str
    targets: tuple[str, ...]
    prerequisites: tuple[str, ...]


def parse_make_rules(text: str) -> tuple[MakeRule, ...]:
    """Return all rules; those of several lines for one target come several times."""
    variables: dict[str, str] = {}
    found = []
    for line, _ in _joined(text):
        bare = line.split("#")[0].strip()
        if line.startswith("\t"):
            continue
        variable, rule = _VARIABLE.fullmatch(bare), _TARGET.fullmatch(bare)
        if variable:
            _assign(variables, *variable.groups())
        elif rule and not rule[1].startswith("."):
            needs = _expanded(rule[2].partition("|")[0], variables)
            targets = _expanded(rule[1], variables).split()
            found.append(MakeRule(rule[1].split()[0], tuple(targets), tuple(needs.split())))
    return tuple(found)


def parse_makefile(text: str) -> tuple[CommandLine, ...]:
    """Return the recipe lines of all targets; the default target's come where they stand."""
    return tuple(_recipes(text))


def _recipes(text: str) -> Iterator[CommandLine]:
    variables: dict[str, str] = {}
    target = ""
    for line, number in _joined(text):
        if line.startswith("\t"):
            expanded = _expanded(line.strip().lstrip("@+- \t"), variables)
            if target and expanded and not expanded.startswith(("#", "{%")):
                yield CommandLine(expanded, number, target)
            continue
        bare = line.split("#")[0].strip()
        variable, rule = _VARIABLE.fullmatch(bare), _TARGET.fullmatch(bare)
        if variable:
            _assign(variables, *variable.groups())
        elif rule:
            target = rule[1].split()[0]
            if rule[3] and rule[3].strip():
                yield CommandLine(_expanded(rule[3].strip(), variables), number, target)


def _joined(text: str) -> Iterator[tuple[str, int]]:
    parts: list[str] = []
    start = 1
    for number, line in enumerate(text.split("\n"), start=1):
        start = start if parts else number
        parts.append(line.removesuffix("\\").rstrip() if not parts else line.strip(" \t\\"))
        if not line.endswith("\\"):
            yield " ".join(parts), start
            parts = []


def _assign(variables: dict[str, str], name: str, sign: str, value: str) -> None:
    if sign == "+=" and name in variables:
        variables[name] = f"{variables[name]} {value}"[:MAX_COMMAND]
    elif sign != "?=" or name not in variables:
        variables[name] = value[:MAX_COMMAND]


def _expanded(text: str, variables: Mapping[str, str]) -> str:
    for _ in range(_MAX_EXPANSIONS):
        longer = _REFERENCE.sub(lambda found: variables.get(found[1], found[0]), text)
        if longer == text or len(longer) > MAX_COMMAND:
            break
        text = longer
    return text.replace("$$", "$")
