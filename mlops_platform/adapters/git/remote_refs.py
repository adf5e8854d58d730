"""Which commit a branch or a tag of a remote repository points to."""

import re
from collections.abc import Sequence

from mlops_platform.core.errors import RefusedRepositoryError

COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?\Z")
LONGEST_REF = 250
NOT_IN_A_REF = re.compile(r"[\x00-\x20\x7f~^:?*\[\\]|\.\.|@\{|//|/\Z|^/|^-|\.lock\Z|/\.|^\.|\.\Z")
LINE = re.compile(r"([0-9a-f]{40}(?:[0-9a-f]{24})?)\t(\S+)\Z")


class NoCommitError(RefusedRepositoryError):
    """A repository without a commit at its HEAD."""


def check_ref(ref: str) -> None:
    """Raise RefusedRepositoryError for a text that cannot be the name of a branch or tag."""
    if not ref or len(ref) > LONGEST_REF or NOT_IN_A_REF.search(ref) or not ref.isprintable():
        raise RefusedRepositoryError(
            "The ref is refused because it cannot be the name of a branch or tag, nor a commit id;"
            " check its spelling."
        )


def patterns_for(ref: str | None) -> Sequence[str]:
    """Return the full names that a ref may stand for, best first. A tag's commit is its `^{}`."""
    if ref is None or ref == "HEAD":
        return ("HEAD",)
    if ref.startswith("refs/"):
        return (f"{ref}^{{}}", ref)
    return (f"refs/heads/{ref}", f"refs/tags/{ref}^{{}}", f"refs/tags/{ref}")


def chosen_commit(printed: bytes, ref: str | None, name: str) -> str:
    """Return the commit of a ref in what `git ls-remote` printed."""
    lines = printed.decode("utf-8", "replace").splitlines()
    found = {match[2]: match[1] for line in lines if (match := LINE.match(line))}
    for pattern in patterns_for(ref):
        if pattern in found:
            return found[pattern]
    if ref is None:
        raise NoCommitError(
            f"{name} shows no commit: it is empty, its default branch is missing, or its server"
            " does not speak Git's protocol; check the address."
        )
    raise RefusedRepositoryError(
        f"{name} has no branch or tag `{ref}`, and it is no full commit id; check its spelling."
    )
