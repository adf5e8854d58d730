"""Which files commands and CI inputs name as the Dockerfile of an image that they build."""

import posixpath
import re
from collections.abc import Iterator

from mlops_platform.core.shell_words import programs

_BUILDERS = frozenset({"docker", "podman", "nerdctl", "buildah"})
_FILE_FLAG = re.compile(r"(?:-f|--file)(?:=(.+))?")
_INPUT = re.compile(
    r"^[ \t-]{0,80}(?:file|dockerfile|DOCKER_FILE|DOCKERFILE)[ \t]{0,9}:[ \t]{0,9}[\"']?"
    r"([^\s\"'#,{}]{1,300})",
    re.MULTILINE | re.IGNORECASE,
)
"""`file:` of docker/build-push-action, `dockerFile:` of Docker@2 and the like."""


def dockerfiles_of_command(command: str, folder: str) -> Iterator[str]:
    """Yield the paths that `docker build -f PATH` and its kin name, from the repository's root."""
    for words in programs(command):
        if words[0] in _BUILDERS and {"build", "bud"}.intersection(words[1:4]):
            for flag, following in zip(words[1:], (*words[2:], ""), strict=True):
                if found := _FILE_FLAG.fullmatch(flag):
                    yield from inside(folder, (found[1] or following).strip("\"'"))


def dockerfiles_of_inputs(text: str, folder: str = ".") -> Iterator[str]:
    """Yield what the inputs of a CI file's steps name; not all of it need be there."""
    for match in _INPUT.finditer(text):
        yield from inside(folder, match[1])


def inside(folder: str, path: str) -> Iterator[str]:
    """Yield the path from the root, unless it holds a variable or leads out of the repository."""
    if not path or "$" in path or "://" in path or path.startswith(("/", "~", "-", "git@")):
        return
    placed = posixpath.normpath(posixpath.join(folder, path))
    if not placed.startswith(".."):
        yield placed
