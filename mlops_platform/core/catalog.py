"""The operator's catalog, `repos.yaml`: which repositories the platform answers for.

```yaml
repositories:
  - url: https://github.com/owner/name
    ref: main
```
"""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from mlops_platform.core.evidence import Frozen
from mlops_platform.core.facts.text.documents import Document, Value, at, mapping_at
from mlops_platform.core.facts.text.yaml_documents import parse_yaml
from mlops_platform.core.ports import BadInputError, RefusedRepositoryError, UnreadFile
from mlops_platform.core.repository_key import repository_key

ENTRY_KEYS = ("url", "ref")


class BadCatalogError(BadInputError):
    """A catalog with mistakes; every one is named with its line."""


class CatalogEntry(Frozen):
    """One repository that the operator declares; `ref` is None for its HEAD."""

    repository: str
    ref: str | None = None


class _Mistake(NamedTuple):
    line: int
    reason: str


def read_catalog(
    name: str, text: str, named_hosts: Collection[str] = ()
) -> tuple[CatalogEntry, ...]:
    """Read the text of the catalog called `name`. Raises BadCatalogError naming every mistake."""
    documents = parse_yaml(name, text)
    if isinstance(documents, UnreadFile):
        raise BadCatalogError(f"{name}: {documents.reason}.")
    read = list(_entries(documents[0], named_hosts))
    mistakes = sorted(mistake for mistake in read if isinstance(mistake, _Mistake))
    if mistakes:
        raise BadCatalogError("\n".join(f"{name}:{line}: {reason}" for line, reason in mistakes))
    return tuple(entry for entry in read if isinstance(entry, CatalogEntry))


def _entries(document: Document, named_hosts: Collection[str]) -> Iterator[CatalogEntry | _Mistake]:
    items = at(document.value, "repositories")
    if not isinstance(items, list):
        yield _Mistake(1, "a catalog is a list under the key `repositories`.")
        return
    for key in sorted(mapping_at(document.value).keys() - {"repositories"}):
        yield _Mistake(document.lines[(key,)], f"the key `{key}` is not known; leave it out.")
    first_lines: dict[str, int] = {}
    for number, item in enumerate(items):
        line = document.lines[("repositories", number)]
        entry = _entry(item, line, named_hosts)
        if isinstance(entry, CatalogEntry) and entry.repository in first_lines:
            first = first_lines[entry.repository]
            entry = _Mistake(line, f"{entry.repository} stands in line {first} already.")
        if isinstance(entry, CatalogEntry):
            first_lines[entry.repository] = line
        yield entry


def _entry(item: Value, line: int, named_hosts: Collection[str]) -> CatalogEntry | _Mistake:
    if not isinstance(item, dict):
        return _Mistake(line, "an entry is written `- url: https://host/owner/name`.")
    for key in sorted(item.keys() - set(ENTRY_KEYS)):
        return _Mistake(line, f"the key `{key}` is not known; an entry has `url` and `ref`.")
    url, ref = item.get("url"), item.get("ref")
    if not isinstance(url, str):
        return _Mistake(line, "an entry needs a `url`.")
    if ref is not None and not (isinstance(ref, str) and ref):
        return _Mistake(line, "`ref` is a branch, tag or commit as text; put it in quotes.")
    try:
        return CatalogEntry(repository=repository_key(url, named_hosts), ref=ref)
    except RefusedRepositoryError as error:
        return _Mistake(line, str(error))
