"""Git with fixed arguments and an environment made from nothing.

So a repository, its server or this machine's own configuration cannot make it run, read or contact
anything else.
"""

import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from mlops_platform.adapters.bounded_process import Command, run_bounded
from mlops_platform.core.errors import PlatformError

MEMORY_BYTES = 4 << 30
"""Address space of one Git process: packs are mapped, so this is far above what is resident."""

LISTING_BYTES = 64 << 20
SHOWN_ERRORS = 4096
CONTROL = re.compile(r"[^\x20-\x7e]+")

OLDEST = (2, 37)
"""The first Git that can pin the address of a host."""

VERSION = re.compile(r"git version (\d+)\.(\d+)")

OPTIONS = {
    "core.hooksPath": "/dev/null",
    "core.fsmonitor": "false",
    "core.symlinks": "true",
    "core.protectHFS": "true",
    "core.protectNTFS": "true",
    "core.bigFileThreshold": "32m",
    "core.attributesFile": "/dev/null",
    "core.excludesFile": "/dev/null",
    "core.autocrlf": "false",
    "core.quotePath": "false",
    "transfer.fsckObjects": "true",
    "fetch.unpackLimit": "1",
    "protocol.allow": "never",
    "http.followRedirects": "false",
    "http.lowSpeedLimit": "1000",
    "http.lowSpeedTime": "20",
    "http.proxy": "",
    "credential.helper": "",
    "submodule.recurse": "false",
    "gc.auto": "0",
    "maintenance.auto": "false",
    "safe.bareRepository": "explicit",
    "advice.detachedHead": "false",
}
OLD_MISTAKES = (
    "badDateOverflow",
    "badEmail",
    "badName",
    "badTimezone",
    "missingEmail",
    "missingNameBeforeEmail",
    "missingSpaceBeforeDate",
    "missingSpaceBeforeEmail",
    "multipleAuthors",
    "zeroPaddedDate",
    "zeroPaddedFilemode",
)
"""What old tools wrote into honest repositories; none of it can harm a checkout."""


class GitSite(NamedTuple):
    """Where one fetch works: an empty folder to start in, and the Git directory."""

    workplace: Path
    git_directory: Path

    @property
    def output(self) -> Path:
        """Return the file that holds what the last command printed."""
        return self.workplace / "output"

    @property
    def errors(self) -> Path:
        """Return the file that holds what the last command complained of."""
        return self.workplace / "errors"


class GitCall(NamedTuple):
    """One Git command; `options` come after the fixed ones, `protocols` are those it may speak."""

    arguments: Sequence[str]
    options: Sequence[tuple[str, str]] = ()
    protocols: str = ""
    file_size_bytes: int = LISTING_BYTES


class GitFailedError(Exception):
    """Git ended with an error; holds what it said, made safe to show."""


def run_git(
    site: GitSite, call: GitCall, deadline: float, watch: Callable[[], None] = lambda: None
) -> bytes:
    """Run Git and return what it printed. Raises GitFailedError or DeadlinePassedError."""
    empty = site.workplace / "empty"
    empty.mkdir(exist_ok=True)
    command = Command(
        argv=_argv(site, call),
        environment=_environment(site, call, empty),
        directory=empty,
        output=site.output,
        errors=site.errors,
        file_size_bytes=call.file_size_bytes,
        memory_bytes=MEMORY_BYTES,
    )
    if run_bounded(command, deadline, watch) != 0:
        raise GitFailedError(_complaint(site.errors))
    return site.output.read_bytes()


def check_version(site: GitSite, deadline: float) -> None:
    """Raise PlatformError where Git is missing, or too old to pin the address of a host."""
    try:
        printed = run_git(site, GitCall(("version",)), deadline).decode("ascii", "replace")
    except FileNotFoundError:
        raise PlatformError("Git is not installed; install it.") from None
    found = VERSION.search(printed)
    if found is None or (int(found[1]), int(found[2])) < OLDEST:
        raise PlatformError("Git is older than 2.37, the first that is safe here; upgrade it.")


def _argv(site: GitSite, call: GitCall) -> list[str]:
    options = [
        *OPTIONS.items(),
        *((f"fetch.fsck.{mistake}", "warn") for mistake in OLD_MISTAKES),
        *((f"protocol.{name}.allow", "always") for name in call.protocols.split(":") if name),
        *call.options,
    ]
    settings = [part for name, value in options for part in ("-c", f"{name}={value}")]
    return ["git", *settings, f"--git-dir={site.git_directory}", *call.arguments]


def _environment(site: GitSite, call: GitCall, home: Path) -> dict[str, str]:
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(home),
        "LC_ALL": "C",
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": str(site.workplace / "gitconfig"),
        "GIT_ATTR_NOSYSTEM": "1",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_ASKPASS": "false",
        "SSH_ASKPASS": "false",
        "GIT_ALLOW_PROTOCOL": call.protocols,
        "GIT_PROTOCOL_FROM_USER": "0",
        "GIT_LFS_SKIP_SMUDGE": "1",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_NO_REPLACE_OBJECTS": "1",
        "GIT_OPTIONAL_LOCKS": "0",
    }


def _complaint(errors: Path) -> str:
    with errors.open("rb") as file:
        file.seek(max(0, errors.stat().st_size - SHOWN_ERRORS))
        text = file.read(SHOWN_ERRORS).decode("ascii", "replace")
    return CONTROL.sub(" ", text.replace("\n", "; ")).strip(" ;")
