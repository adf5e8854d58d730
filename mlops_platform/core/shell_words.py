"""A shell line as the programs that it runs, each with its words."""

import re
from collections.abc import Iterator

_SEPARATOR = re.compile(r"&&|\|\||[;|\n]")
_MAKE_PREFIX = re.compile(r"^[@+\-\s]+")
_ASSIGNMENT = re.compile(r"[A-Za-z_][A-Za-z0-9_]*=")
_STARTERS = {
    "poetry": "run",
    "pipenv": "run",
    "pdm": "run",
    "hatch": "run",
    "rye": "run",
    "pixi": "run",
    "uv": "run",
    "coverage": "run",
    "pipx": "run",
    "python": "-m",
    "python3": "-m",
}
_SILENT = frozenset({"sudo", "time", "exec", "nohup", "uvx", "npx", "env"})


def programs(line: str) -> list[tuple[str, ...]]:
    """Split a shell line into the words of each program, those that another one starts included.

    `A=1 poetry run python -m pytest -q` gives `poetry run …`, `python -m …` and `pytest -q`; of a
    program's path its name is kept.
    """
    parts = (_MAKE_PREFIX.sub("", part).split() for part in _SEPARATOR.split(line))
    return [words for part in parts for words in _layers(part)]


def _layers(words: list[str]) -> Iterator[tuple[str, ...]]:
    while words:
        first = words[0].rpartition("/")[2]
        starter = _STARTERS.get(first)
        if first in _SILENT or _ASSIGNMENT.match(words[0]) or words[0].startswith("-"):
            words = words[1:]
            continue
        yield (first, *words[1:])
        if starter not in words[1:3]:
            return
        words = words[words.index(starter) + 1 :]
