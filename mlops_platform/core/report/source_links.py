"""Links to a file at a commit on the host of its repository."""

import re
from urllib.parse import quote

from mlops_platform.core.checkout import Revision
from mlops_platform.core.repository_key import is_local

COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?\Z")
UNLINKABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\\\ufffd\ud800-\udfff]")
"""Not in a path with a link; a backslash stands for a character that cannot be shown."""

RENDERED = (".md", ".markdown", ".rst", ".ipynb")
"""Shown as a page, where a line has no place unless the host is asked for the plain text."""

STYLES = {
    "github": ("{base}/blob/{commit}/{path}", "?plain=1", "#L{line}"),
    "gitlab": ("{base}/-/blob/{commit}/{path}", "?plain=1", "#L{line}"),
    "bitbucket": ("{base}/src/{commit}/{path}", "", "#lines-{line}"),
    "gitea": ("{base}/src/commit/{commit}/{path}", "?display=source", "#L{line}"),
    "huggingface": ("{base}/blob/{commit}/{path}", "", "#L{line}"),
}
HOSTS = {
    "github.com": "github",
    "gitlab.com": "gitlab",
    "bitbucket.org": "bitbucket",
    "codeberg.org": "gitea",
    "gitea.com": "gitea",
    "huggingface.co": "huggingface",
}
FIRST_LABELS = {"github": "github", "gitlab": "gitlab", "gitea": "gitea", "forgejo": "gitea"}


def link_to(revision: Revision, path: str, line: int | None = None) -> str | None:
    """Return the address of a file, at a line; None where the host's form is not known."""
    style = _style(revision.repository)
    if style is None or not COMMIT.match(revision.commit) or not _is_linkable(path):
        return None
    file, plain, place = STYLES[style]
    base = f"https://{revision.repository}"
    address = file.format(base=base, commit=revision.commit, path=quote(path))
    if line is None:
        return address
    is_rendered = path.lower().endswith(RENDERED)
    return address + (plain if is_rendered else "") + place.format(line=line)


def _style(repository: str) -> str | None:
    if is_local(repository):
        return None
    host = repository.partition("/")[0]
    return HOSTS.get(host) or FIRST_LABELS.get(host.partition(".")[0])


def _is_linkable(path: str) -> bool:
    return not UNLINKABLE.search(path) and not {"", ".", ".."} & set(path.split("/"))
