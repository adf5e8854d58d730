"""What is known of each metric beside its values, as tags: direction, split, whether it is final.

Many metrics share a tag, so that a run of hundreds stays readable in the store.
"""

import json
from collections.abc import Iterable, Sequence

from mlops_platform.core.recorded_run import RecordedMetric
from mlops_platform.core.recording.names import Pairs
from mlops_platform.core.report.escaping import storable
from mlops_platform.core.run_outcome import Metric

TAG = "mlops.metrics."
LONGEST = 6000
SERIES = "series"
DIRECTIONS, SPLITS = ("higher", "lower"), ("train", "validation", "test")


def trait_tags(named: Iterable[tuple[str, Metric]]) -> Pairs:
    """Return the tags for metrics by their keys."""
    groups: list[dict[str, str]] = [{}]
    size = 0
    for key, metric in named:
        words = (metric.direction, metric.split, "" if metric.is_final else SERIES)
        text = " ".join(word for word in words if word)
        # Escaped, a sign of a name can take six, and two surrogates twelve characters.
        cost = len(json.dumps(key)) + len(text) + 8
        if size + cost > LONGEST:
            groups.append({})
            size = 0
        groups[-1][key] = text
        size += cost
    return tuple(
        (f"{TAG}{number}", storable(json.dumps(group)))
        for number, group in enumerate(groups, 1)
        if group
    )


def with_traits(values: dict[str, float], tags: dict[str, str]) -> tuple[RecordedMetric, ...]:
    """Return the metrics by their values, with what the tags tell of each; anyone may edit tags."""
    known: dict[str, Sequence[str]] = {}
    for name in sorted(tags):
        if name.startswith(TAG):
            known |= _words(tags[name])
    return tuple(_metric(key, values[key], known.get(key, ())) for key in sorted(values))


def _words(text: str) -> dict[str, Sequence[str]]:
    try:
        read = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(read, dict):
        return {}
    return {key: value.split() for key, value in read.items() if isinstance(value, str)}


def _metric(key: str, value: float, words: Sequence[str]) -> RecordedMetric:
    return RecordedMetric(
        key=key,
        value=value,
        direction=next((word for word in DIRECTIONS if word in words), ""),
        split=next((word for word in SPLITS if word in words), ""),
        is_final=SERIES not in words,
    )
