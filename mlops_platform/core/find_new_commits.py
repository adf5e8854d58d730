"""Finds the repositories whose commit has changed since it was last seen or analyzed."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from pydantic import Field

from mlops_platform.core.evidence import Frozen

MOST_AT_ONCE = 10
"""An analysis takes a minute of processor time; what is more than this waits."""


class CommitMemory(Frozen):
    """The commit that each repository was last seen at, and which one was looked at last."""

    commits: Mapping[str, str] = Field(default_factory=dict)
    looked_at: str = ""


class NewCommit(NamedTuple):
    """A commit to analyze; `key` is the same whenever the same commit is found."""

    repository: str
    commit: str

    @property
    def key(self) -> str:
        """Name this commit of this repository."""
        return f"{self.repository} at {self.commit}"


class NewCommits(NamedTuple):
    """What to ask for now, and what to remember."""

    commits: tuple[NewCommit, ...]
    memory: CommitMemory


def order_of_looking(repositories: Collection[str], memory: CommitMemory) -> tuple[str, ...]:
    """Return the repositories in turn: those after the one that was looked at last come first."""
    ordered = sorted(repositories)
    after = [key for key in ordered if key > memory.looked_at]
    return (*after, *ordered[: len(ordered) - len(after)])


def find_new_commits(
    repositories: Collection[str],
    seen: Mapping[str, str | None],
    analyzed: Mapping[str, str],
    memory: CommitMemory,
    most: int = MOST_AT_ONCE,
) -> NewCommits:
    """Find what to analyze. `seen` is what was just looked at, in that order; None: unreachable.

    A repository that was never seen before is new, unless `analyzed` holds that commit already.
    Looking ends at the first commit that is too many; the next look begins with it.
    """
    known = {key: memory.commits[key] for key in sorted(memory.commits) if key in repositories}
    looked_at, new = memory.looked_at, list[NewCommit]()
    for repository, commit in seen.items():
        is_known = commit in (None, known.get(repository), analyzed.get(repository))
        if not is_known and len(new) == most:
            break
        if commit is not None:
            new += [] if is_known else [NewCommit(repository, commit)]
            known[repository] = commit
        looked_at = repository
    return NewCommits(tuple(new), CommitMemory(commits=known, looked_at=looked_at))
