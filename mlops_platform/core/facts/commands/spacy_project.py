"""Commands of a spaCy project: the scripts of project.yml, by the workflow that runs them."""

import re
from collections.abc import Iterator

from mlops_platform.core.facts.text.documents import Document, list_at, mapping_at, text_at
from mlops_platform.core.facts.text.shell_text import CommandLine

_VARIABLE = re.compile(r"\$\{vars\.([\w-]{1,100})\}")


def spacy_scripts(document: Document) -> Iterator[CommandLine]:
    """Yield every script line, named by the first workflow that holds its command, else by that.

    Variables are filled in. A `project.yml` without such commands is another tool's.
    """
    variables = mapping_at(document.value, "vars")
    workflows = mapping_at(document.value, "workflows")
    for index, command in enumerate(list_at(document.value, "commands")):
        own = text_at(command, "name")
        name = next((each for each in workflows if own in list_at(workflows, each)), own)
        for number, script in enumerate(list_at(command, "script")):
            if isinstance(script, str) and script.strip():
                line = document.line("commands", index, "script", number) or 1
                filled = _VARIABLE.sub(
                    lambda found: text_at(variables, found[1]) or found[0], " ".join(script.split())
                )
                yield CommandLine(filled, line, name)
