"""A Jenkinsfile read as text: the scripts of its `sh` and `bat` steps, and what triggers it."""

import re
from typing import NamedTuple

from mlops_platform.core.facts.text.shell_text import CommandLine, commands_in

_STEP = re.compile(
    r"\b(?:sh|bat|powershell|pwsh)[ \t]*\(?[ \t]*(?:(?:label|returnStatus|returnStdout)"
    r"[ \t]*:[ \t]*[^,\n]{0,80},[ \t]*){0,3}(?:script[ \t]*:[ \t]*)?('''|\"\"\"|'|\")"
)
_PIPELINE = re.compile(r"^[ \t]*(?:pipeline|node|stage|@Library)\b", re.MULTILINE)
_TRIGGERS = (
    ("schedule", re.compile(r"\bcron[ \t]*\(")),
    ("poll", re.compile(r"\bpollSCM[ \t]*\(")),
    ("push", re.compile(r"\b(?:githubPush|gitlab|GenericTrigger)[ \t]*\(")),
    ("upstream", re.compile(r"\bupstream[ \t]*\(")),
)


class JenkinsText(NamedTuple):
    """What a Jenkinsfile says."""

    triggers: tuple[str, ...]
    commands: tuple[CommandLine, ...]


def parse_jenkinsfile(text: str) -> JenkinsText | None:
    """Read a Jenkinsfile; None for another text of this name."""
    if not _PIPELINE.search(text):
        return None
    code = re.sub(r"^[ \t]*//.*", "", text, flags=re.MULTILINE)
    commands: list[CommandLine] = []
    position, line = 0, 1
    while step := _STEP.search(code, position):
        end = code.find(step[1], step.end())
        if end < 0:
            break
        line += code.count("\n", position, step.end())
        script = code[step.end() : end]
        commands += [CommandLine(text, number) for text, number in commands_in(script, line)]
        line += script.count("\n")
        position = end + len(step[1])
    triggers = tuple(name for name, pattern in _TRIGGERS if pattern.search(code))
    return JenkinsText(triggers, tuple(commands))
