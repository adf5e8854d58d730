"""A Dockerfile as its instructions: continued lines joined, here-documents kept with their RUN."""

import json
import re
from collections.abc import Iterator

from mlops_platform.core.facts.text.shell_text import MAX_COMMAND, CommandLine, steps_of

_NAME = re.compile(r"(?:.*[._-])?(?:dockerfile|containerfile)(?:[._-][\w.-]+)?\d*", re.ASCII)
_NOT_ONE = re.compile(
    r".*\.(?:md|py|txt|dockerignore|ya?ml|json|sh|rst|html|ipynb|js|ts|go|rb|lock)"
)
_KEYWORDS = frozenset(
    "FROM RUN CMD LABEL MAINTAINER EXPOSE ENV ADD COPY ENTRYPOINT VOLUME USER WORKDIR ARG ONBUILD "
    "STOPSIGNAL HEALTHCHECK SHELL".split()
)
_ESCAPE = re.compile(r"#[ \t]*escape[ \t]*=[ \t]*(\S)", re.IGNORECASE)
_INSTRUCTION = re.compile(r"[ \t]*([A-Za-z]+)(?:[ \t]+(.*))?", re.DOTALL)
_HEREDOC = re.compile(r"<<-?[ \t]*([\"']?)([A-Za-z_]\w{0,64})\1")
_FLAGS = re.compile(r"^(?:--\w+=\S+\s+)+")
_ARGUMENT = re.compile(r"\$\{?(\w{1,64})(?::-([^}]*))?\}?")


def is_dockerfile_name(name: str) -> bool:
    """Tell whether a file is named like a Dockerfile or Containerfile."""
    lower = name.lower()
    is_candidate = "dockerfile" in lower or "containerfile" in lower
    return is_candidate and bool(_NAME.fullmatch(lower)) and not _NOT_ONE.fullmatch(lower)


def parse_dockerfile(text: str) -> tuple[tuple[str, str, int], ...]:
    """Return every instruction as (keyword in capitals, its text on one line, its line).

    Empty for a text without FROM. Defaults of ARG are filled into FROM.
    """
    instructions: list[tuple[str, str, int]] = []
    defaults: dict[str, str] = {}
    for logical, line in _logical_lines(text):
        found = _INSTRUCTION.fullmatch(logical)
        keyword = found[1].upper() if found else ""
        if found is None or keyword not in _KEYWORDS:
            continue
        body = (found[2] or "").strip()
        if keyword == "ARG" and "=" in body:
            name, _, default = body.partition("=")
            defaults[name.strip()] = default.strip().strip("\"'")
        if keyword == "FROM" and len(body) <= MAX_COMMAND:
            body = _ARGUMENT.sub(lambda each: defaults.get(each[1]) or each[2] or each[0], body)
        instructions.append((keyword, body, line))
    has_base = any(each[0] == "FROM" for each in instructions)
    return tuple(instructions) if has_base else ()


def start_commands(text: str) -> Iterator[CommandLine]:
    """Yield what a container runs when it is built and started, one shell step each."""
    for keyword, body, line in parse_dockerfile(text):
        if keyword in ("CMD", "ENTRYPOINT"):
            yield CommandLine(_shell_form(body), line, keyword)
        elif keyword == "RUN":
            for step in steps_of(_shell_form(_FLAGS.sub("", body))):
                yield CommandLine(step, line, "RUN")


def _shell_form(text: str) -> str:
    if not text.startswith("["):
        return text
    try:
        words = json.loads(text)
    except (ValueError, RecursionError):
        return text
    return " ".join(word for word in words if isinstance(word, str))


def _logical_lines(text: str) -> Iterator[tuple[str, int]]:
    escape = "\\"
    directive = _ESCAPE.match(text)
    if directive:
        escape = directive[1]
    lines = text.split("\n")
    index = 0
    while index < len(lines):
        start = index
        parts: list[str] = []
        while index < len(lines):
            bare = lines[index].strip()
            index += 1
            if bare.startswith("#") or (not bare and parts):
                continue
            parts.append(bare.removesuffix(escape).strip())
            if not bare.endswith(escape):
                break
        joined = " ".join(part for part in parts if part)
        index, body = _heredocs(joined, lines, index)
        if joined:
            yield "; ".join([joined, *body]), start + 1 + _leading(lines[start:index])


def _leading(lines: list[str]) -> int:
    """Count the comment lines above an instruction."""
    count = 0
    while count < len(lines) and lines[count].strip().startswith("#"):
        count += 1
    return count


def _heredocs(joined: str, lines: list[str], index: int) -> tuple[int, list[str]]:
    body: list[str] = []
    if not re.match(r"(?:RUN|COPY|ADD)\b", joined, re.IGNORECASE):
        return index, body
    for _, mark in _HEREDOC.findall(joined):
        while index < len(lines) and lines[index].strip() != mark:
            bare = lines[index].strip()
            body += [bare] if bare and not bare.startswith("#") else []
            index += 1
        index += 1
    return index, body
