"""The operator's catalog, `repos.yaml`: which repositories the platform answers for.

```yaml
repositories:
  - url: https://github.com/owner/name
    ref: main
    reference: data/train.csv
    current: /srv/live/latest.parquet
    target: churned
    drift_schedule: "0 6 * * *"
    execution:
      train: python train.py --epochs 5
      memory: 8g
    gates:
      accuracy: ">= 0.8"
```
"""

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import PurePosixPath
from typing import NamedTuple

from pydantic import ValidationError

from mlops_platform.core.catalog_entry import CatalogEntry
from mlops_platform.core.checkout import UnreadFile
from mlops_platform.core.errors import BadInputError, RefusedRepositoryError
from mlops_platform.core.execution_wishes import ExecutionWishes
from mlops_platform.core.facts.text.documents import Document, Value, at, mapping_at
from mlops_platform.core.facts.text.yaml_documents import parse_yaml
from mlops_platform.core.judge_gates import DemandedMetric
from mlops_platform.core.repository_key import repository_key
from mlops_platform.core.schedule import BadScheduleError, check_schedule

TEXTS: Mapping[str, str] = {
    "ref": "a branch, tag or commit as text; put it in quotes",
    "reference": "the path of a table as text; put it in quotes",
    "current": "the path of a table as text; put it in quotes",
    "target": "the name of a column as text; put it in quotes",
    "drift_schedule": 'a cron expression in quotes, such as "0 6 * * *"',
}
ENTRY_KEYS = ("url", *TEXTS, "execution", "gates")
DATA_KEYS = ("reference", "current")
ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:/")


class BadCatalogError(BadInputError):
    """A catalog with mistakes; every one is named with its line."""


class _Mistake(NamedTuple):
    line: int
    reason: str


class _Item(NamedTuple):
    """One item of the list, and where it stands in the document."""

    value: Mapping[str, Value]
    number: int
    document: Document

    def mistake(self, *keys: str, reason: str) -> _Mistake:
        """Name a mistake in the line of a key, or in that of what is around it."""
        return _Mistake(self.document.line("repositories", self.number, *keys) or 1, reason)


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
    for number, value in enumerate(items):
        line = document.lines[("repositories", number)]
        if not isinstance(value, dict):
            yield _Mistake(line, "an entry is written `- url: https://host/owner/name`.")
            continue
        for read in _read(_Item(value, number, document), named_hosts):
            if isinstance(read, CatalogEntry) and read.repository in first_lines:
                first = first_lines[read.repository]
                yield _Mistake(line, f"{read.repository} stands in line {first} already.")
                continue
            if isinstance(read, CatalogEntry):
                first_lines[read.repository] = line
            yield read


def _read(item: _Item, named_hosts: Collection[str]) -> Iterator[CatalogEntry | _Mistake]:
    """Read one item: its entry, or all of its mistakes."""
    repository = _repository(item, named_hosts)
    execution, gates = _execution(item), _gates(item)
    mistakes = [
        *(each for each in (repository, *execution, *gates) if isinstance(each, _Mistake)),
        *_unknown_keys(item),
        *_bad_texts(item),
        *_bad_data(item),
        *_bad_schedule(item),
    ]
    yield from mistakes
    if not mistakes:
        stated = {"repository": repository, "execution": execution[0], "gates": gates}
        yield CatalogEntry.model_validate({**stated, **_texts(item)})


def _repository(item: _Item, named_hosts: Collection[str]) -> str | _Mistake:
    url = item.value.get("url")
    if not isinstance(url, str):
        return item.mistake("url", reason="an entry needs a `url`.")
    try:
        return repository_key(url, named_hosts)
    except RefusedRepositoryError as error:
        return item.mistake("url", reason=str(error))


def _unknown_keys(item: _Item) -> Iterator[_Mistake]:
    known = ", ".join(f"`{key}`" for key in ENTRY_KEYS)
    for key in sorted(item.value.keys() - set(ENTRY_KEYS)):
        yield item.mistake(key, reason=f"the key `{key}` is not known; an entry may have {known}.")


def _bad_texts(item: _Item) -> Iterator[_Mistake]:
    for key, meaning in TEXTS.items():
        value = item.value.get(key)
        if value is not None and not (isinstance(value, str) and value.strip()):
            yield item.mistake(key, reason=f"`{key}` is {meaning}.")


def _bad_data(item: _Item) -> Iterator[_Mistake]:
    texts = _texts(item)
    if item.value.get("reference") is not None and item.value.get("current") is None:
        reason = "`reference` needs `current` beside it: two tables are compared."
        yield item.mistake("reference", reason=reason)
    for key in DATA_KEYS:
        if key in texts and (reason := _refused(texts[key])):
            yield item.mistake(key, reason=f"`{key}` {reason}.")
    if "reference" in texts and texts["reference"] == texts.get("current"):
        yield item.mistake("current", reason="`current` is the same table as `reference`.")


def _refused(path: str) -> str:
    """Say why a path cannot be read, "" where it can."""
    if ADDRESS.match(path):
        return "is an address; name a file or folder that this machine can read"
    if path.startswith("~"):
        return "begins with `~`; write the whole path from `/`"
    if ".." in PurePosixPath(path).parts:
        return "climbs with `..`; write a path in the repository, or a whole path from `/`"
    return ""


def _bad_schedule(item: _Item) -> Iterator[_Mistake]:
    schedule = _texts(item).get("drift_schedule")
    if schedule is None:
        return
    try:
        check_schedule(schedule)
    except BadScheduleError as error:
        reason = f"`drift_schedule` is no cron expression: {error}."
        yield item.mistake("drift_schedule", reason=reason)


def _execution(item: _Item) -> tuple[ExecutionWishes | _Mistake, ...]:
    """Return the one wish, or every mistake in it."""
    stated = item.value.get("execution")
    if stated is None:
        return (ExecutionWishes(),)
    if not isinstance(stated, dict):
        return (item.mistake("execution", reason="`execution` holds keys such as `train`."),)
    wishes: dict[str, object] = dict(stated)
    if isinstance(variables := stated.get("variables"), dict):
        wishes["variables"] = tuple((name, str(value)) for name, value in variables.items())
    try:
        return (ExecutionWishes.model_validate(wishes),)
    except ValidationError as error:
        return tuple(
            item.mistake(
                "execution",
                str(key := each["loc"][0]),
                reason=f"`{key}` cannot be used: {_said(each['msg'])}.",
            )
            for each in error.errors()
        )


def _gates(item: _Item) -> tuple[DemandedMetric | _Mistake, ...]:
    stated = item.value.get("gates")
    if stated is None:
        return ()
    if not isinstance(stated, dict):
        return (item.mistake("gates", reason='`gates` are written `accuracy: ">= 0.8"`.'),)
    return tuple(_gate(item, metric, str(bound)) for metric, bound in stated.items())


def _gate(item: _Item, metric: str, bound: str) -> DemandedMetric | _Mistake:
    try:
        return DemandedMetric(metric=metric, bound=bound)
    except ValidationError as error:
        said = _said(error.errors()[0]["msg"])
        return item.mistake("gates", metric, reason=f"the gate `{metric}`: {said}.")


def _said(message: str) -> str:
    return message.removeprefix("Value error, ")


def _texts(item: _Item) -> dict[str, str]:
    """Return what is stated as text, by its key."""
    found = ((key, item.value.get(key)) for key in TEXTS)
    return {key: value for key, value in found if isinstance(value, str) and value.strip()}
