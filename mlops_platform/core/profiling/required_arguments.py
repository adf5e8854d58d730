"""What a file must be given when it is started, and what a command gives it."""

import re
import shlex
from collections.abc import Iterable

from mlops_platform.core.facts.documented_commands import DocumentedCommand
from mlops_platform.core.facts.source_code import Argument, SourceFile

PLACEHOLDER = re.compile(r"[<>{}\[\]$…]|\.\.\.|path/to|/path|your[_-]|xxx", re.IGNORECASE)
COMPUTED = re.compile(r"\$\(\w+[ \t][^()]{1,300}\)")
"""What `make` works out when it runs: `$(shell ls data)`; the file states it all the same."""


def required_of(file: SourceFile) -> tuple[Argument, ...]:
    """Return the arguments without which a file does not start."""
    return tuple(argument for argument in file.arguments if argument.is_required)


def names_of(required: Iterable[Argument]) -> tuple[str, ...]:
    """Return what arguments are called."""
    return tuple(argument.name for argument in required)


def not_given(words: list[str], required: tuple[Argument, ...]) -> tuple[str, ...]:
    """Return the required arguments that the words of a command do not give."""
    options = [a for a in required if a.name.startswith("-")]
    positional = [a for a in required if not a.name.startswith("-")]
    start = next((i for i, word in enumerate(words) if word.endswith(".py")), len(words) - 1)
    given = [word for word in words[start + 1 :] if not word.startswith("-")]
    missing = [a.name for a in options if not any(_is_option(word, a.name) for word in words)]
    return (*missing, *(a.name for a in positional[len(given) :]))


def _is_option(word: str, name: str) -> bool:
    return word == name or word.startswith(f"{name}=")


def states_all(documented: DocumentedCommand, required: tuple[Argument, ...]) -> bool:
    """Tell whether a Makefile gives all required arguments, by values that `make` works out."""
    text = COMPUTED.sub("COMPUTED", documented.command)
    words = [word for word in split_words(text) if not PLACEHOLDER.search(word)]
    return (
        documented.source == "makefile"
        and text != documented.command
        and not not_given(words, required)
    )


def split_words(text: str) -> list[str]:
    """Return a command as its words."""
    try:
        return shlex.split(text, comments=True)
    except ValueError:
        return text.split()
