"""What a document in a file states: a mapping, a history of lists, or a list of mappings."""

from collections.abc import Iterator

from mlops_platform.core.facts.text.documents import Value
from mlops_platform.core.measuring.measurement import DOCUMENT, Measurement
from mlops_platform.core.measuring.metric_document import measurements_of, step_of
from mlops_platform.core.measuring.metric_name import metric_name, split_of
from mlops_platform.core.measuring.run_files import SAYS_METRICS
from mlops_platform.core.measuring.situation import Situation
from mlops_platform.core.measuring.statement import Place, beside_validation, statement

MOST_ITEMS = 10_000
MOST_RECORDS_WITHOUT_STEPS = 60


def measurements_of_file(path: str, value: Value) -> Iterator[Measurement]:
    """Yield the metrics of a document; a file that is named for metrics may call them anything."""
    name = path.rpartition("/")[2]
    place = Place(path, None, DOCUMENT, Situation(split=split_of(name)))
    is_stated = bool(SAYS_METRICS.search(name))
    if isinstance(value, dict):
        yield from measurements_of(value, place, is_stated=is_stated)
        yield from _histories(value, place)
    elif isinstance(value, list):
        yield from _records(value, place)


def _histories(value: dict[str, Value], place: Place) -> Iterator[Measurement]:
    """Yield lists of numbers: one for each epoch, or one for each fold."""
    lists = {
        name: items[:MOST_ITEMS]
        for name, items in value.items()
        if isinstance(items, list) and metric_name(name, is_in_series=True) is not None
    }
    for step in range(max(map(len, lists.values()), default=0)):
        here = place._replace(situation=place.situation._replace(step=step))
        yield from beside_validation(_at_step(lists, step, here))


def _at_step(lists: dict[str, list[Value]], step: int, place: Place) -> Iterator[Measurement]:
    for name, items in lists.items():
        item = items[step] if step < len(items) else None
        if isinstance(item, int | float) and not isinstance(item, bool):
            found = statement(name, float(item), place)
            yield from [found] if found else []


def _records(items: list[Value], place: Place) -> Iterator[Measurement]:
    """Yield mappings that follow each other, each of a step or of a model."""
    records = [item for item in items[:MOST_ITEMS] if isinstance(item, dict)]
    has_steps = all(step_of(record) is not None for record in records)
    if not has_steps and len(records) > MOST_RECORDS_WITHOUT_STEPS:
        return
    for record in records:
        label = next(
            (str(record[key]) for key in ("model", "name", "classifier") if key in record), ""
        )
        here = place._replace(situation=place.situation._replace(qualifier=label[:60]))
        yield from measurements_of(record, here)
