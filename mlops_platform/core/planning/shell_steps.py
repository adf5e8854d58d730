"""A line of shell as lists of arguments, without a shell: `&&`, `;`, `cd`, variables, runners.

What only a shell can do (pipes, redirections, substitutions, loops) is refused with its reason.
"""

import posixpath
import re
import shlex
from typing import NamedTuple

from mlops_platform.core.facts.text.shell_text import steps_of

_ASSIGNMENT = re.compile(r"([A-Za-z_]\w{0,99})=(.*)", re.DOTALL)
_PYTHON = re.compile(r"(?:.*/)?(?:python(?:\d(?:\.\d{1,2})?)?|py)(?:\.exe)?")
_VARIABLE = re.compile(r"\$\{?\w+\}?")
_SILENT = frozenset({"sudo", "time", "exec", "nohup", "env", "command", "nice", "xvfb-run", "uvx"})
_CONTROLS = frozenset("if for while until case function do then done fi".split())
_RUNNERS = frozenset({"uv", "poetry", "pipenv", "pdm", "hatch", "rye", "pixi"})
_CONDA = frozenset({"conda", "mamba", "micromamba"})
_WITH_VALUE = frozenset({"-n", "--name", "-p", "--prefix", "--with", "--python", "--extra", "-e"})
# What these name decides how things are installed and loaded; a repository has no say in it.
_OURS = re.compile(
    r"(?:PIP|UV|LD|DYLD|SSL|GIT|DOCKER|CONDA)_.*|.*_PROXY|PATH|HOME|TMPDIR|SHELL|USER|VIRTUAL_ENV"
    r"|PYTHON(?:HOME|STARTUP|USERBASE|BREAKPOINT|INSPECT|UNBUFFERED)|REQUESTS_CA_BUNDLE",
    re.IGNORECASE,
)
MOST_STEPS = 30


class ShellStep(NamedTuple):
    """One command: its arguments, the variables before it, and its folder from the root."""

    arguments: tuple[str, ...]
    variables: tuple[tuple[str, str], ...] = ()
    folder: str = "."


class NotWithoutShellError(Exception):
    """A line that only a shell can run; the text is a clause."""


def shell_steps(line: str, folder: str = ".") -> tuple[ShellStep, ...]:
    """Split a line into its commands. Raises NotWithoutShellError."""
    found: list[ShellStep] = []
    for text in steps_of(line):
        words = _words(text)
        if words[:1] in (["cd"], ["pushd"]):
            folder = _folder_after(words, folder)
            continue
        step = _step(words, folder)
        if step.arguments:
            found.append(step)
    if not found:
        raise NotWithoutShellError("it runs no program")
    if len(found) > MOST_STEPS:
        raise NotWithoutShellError(f"it has more than {MOST_STEPS} commands")
    return tuple(found)


def is_python(word: str) -> bool:
    """Tell whether a word calls the Python interpreter."""
    return bool(_PYTHON.fullmatch(word))


def _words(text: str) -> list[str]:
    lexer = shlex.shlex(text, posix=True, punctuation_chars="|&<>`")
    lexer.whitespace_split = True
    lexer.commenters = "#"
    try:
        words = list(lexer)
    except ValueError:
        raise NotWithoutShellError("its quotes do not match") from None
    bare = re.sub(r"'[^']*'", "", text)
    if any(re.fullmatch(r"[|&<>`]+", word) for word in words) or "`" in bare or "$(" in bare:
        raise NotWithoutShellError("it pipes, redirects or substitutes, which only a shell can do")
    if _VARIABLE.search(bare):
        raise NotWithoutShellError("it uses shell variables whose values are not known")
    if words and (words[0] in _CONTROLS or words[0].endswith("()")):
        raise NotWithoutShellError("it is a loop, condition or function of a shell")
    return words


def _folder_after(words: list[str], folder: str) -> str:
    if len(words) != 2:  # noqa: PLR2004 - cd and its folder
        raise NotWithoutShellError("it changes to a folder that is not known")
    target = posixpath.normpath(posixpath.join(folder, words[1]))
    if target.startswith(("..", "/", "~")):
        raise NotWithoutShellError("it leaves the repository")
    return target


def _step(words: list[str], folder: str) -> ShellStep:
    variables: list[tuple[str, str]] = []
    while words:
        assignment = _ASSIGNMENT.fullmatch(words[0])
        if assignment:
            if not _OURS.fullmatch(assignment[1]):
                variables.append((assignment[1], assignment[2]))
            words = words[1:]
        elif words[0] in _SILENT or words[0] in ("export", "set"):
            words = words[1:]
        elif words[0] in (_RUNNERS | _CONDA) and "run" in words[1:3]:
            words = _after_runner(words)
        else:
            break
    if words and is_python(words[0]):
        words = ["python", *words[1:]]
    elif words and re.fullmatch(r"(?:\./)?[\w./-]+\.py", words[0]):
        words = ["python", *words]
    return ShellStep(tuple(words), tuple(variables), folder)


def _after_runner(words: list[str]) -> list[str]:
    """Return what `uv run`, `poetry run` or `conda run -n name` starts, as it is started."""
    rest = words[words.index("run") + 1 :]
    while rest and rest[0].startswith("-") and rest[0] != "-m":
        rest = rest[2:] if rest[0] in _WITH_VALUE else rest[1:]
    return ["python", *rest] if rest[:1] == ["-m"] else rest
