"""Put measurements together: one series for each metric of each source, and one metric of these.

The last value that is stated as a result counts, never the best one. What is not finite or cannot
be is left out, and said.
"""

import math
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from mlops_platform.core.facts.text.texts import clean, shown
from mlops_platform.core.measuring.measurement import Conflict, Measurement
from mlops_platform.core.measuring.metric_name import Split, metric_name
from mlops_platform.core.measuring.metric_terms import Direction
from mlops_platform.core.run_outcome import Metric, MetricPoint

MOST_POINTS = 2000
LONGEST_KEY = 200
LONGEST_SHOWN_NAME = 160
_NOT_IN_KEYS = re.compile(r"[^\w.\- /]+")
_SPACES = re.compile(r"[\s_]+")


class Identity(NamedTuple):
    """What makes two measurements values of one metric."""

    base: str
    split: Split
    qualifier: str


class Series(NamedTuple):
    """All values of one metric in one source, in order."""

    identity: Identity
    measurements: tuple[Measurement, ...]

    @property
    def last(self) -> Measurement:
        """Return what the source ends with: the last result, else the last value on the way."""
        finals = [one for one in self.measurements if one.is_final]
        return finals[-1] if finals else self.measurements[-1]


def series_of(measurements: Iterable[Measurement]) -> list[Series]:
    """Return a series for each metric and source, in order of appearance."""
    found: dict[tuple[str, Identity], list[Measurement]] = {}
    seen: set[tuple[object, ...]] = set()
    for one in measurements:
        identity = _identity(one)
        told = (one.source, one.line, identity, one.step, one.value)
        if one.line is None or told not in seen:
            seen.add(told)
            found.setdefault((one.source, identity), []).append(one)
    return [Series(identity, tuple(ones)) for (_, identity), ones in found.items()]


def refused(measurements: Iterable[Measurement]) -> tuple[list[Measurement], list[Conflict]]:
    """Part what can be a value of its metric from what cannot, which is told once a metric."""
    kept: list[Measurement] = []
    told: dict[tuple[object, ...], Conflict] = {}
    for one in measurements:
        understood = metric_name(one.name, is_in_series=True)
        where = f" line {one.line}" if one.line else ""
        if not math.isfinite(one.value):
            why = "is no finite number"
        elif understood and not understood.term.can_be(one.value):
            why = f"cannot be {one.value:g}"
        else:
            kept.append(one)
            continue
        name = clean(one.name)[:LONGEST_SHOWN_NAME]
        said = f"{name} ({shown(one.source)}{where}) {why}; this value was left out."
        told.setdefault((one.source, _identity(one), why), Conflict(said))
    return kept, list(told.values())


def metric_of(series: Sequence[Series], key_qualifier: str) -> Metric:
    """Make one metric of the series that states it best."""
    best = max(enumerate(series), key=lambda each: _worth(each[1], -each[0]))[1]
    last = best.last
    understood = metric_name(last.name, is_in_series=True)
    direction: Direction = understood.direction if understood else ""
    identity = best.identity._replace(qualifier=key_qualifier)
    return Metric(
        name=_shown_name(last, key_qualifier),
        key=_key(identity),
        split=identity.split,
        direction=direction,
        points=_points(best),
        is_final=last.is_final,
        source=last.source,
        line=last.line,
    )


def agree(one: float, other: float) -> bool:
    """Tell whether two values are one, printed with more or fewer digits, or as per cent."""
    return any(_is_rounded(one, value) for value in (other, other * 100, other / 100))


def _is_rounded(one: float, other: float) -> bool:
    if math.isclose(one, other, rel_tol=1e-6, abs_tol=1e-12):
        return True
    digits = min(_decimals(one), _decimals(other))
    return abs(one - other) <= 0.51 * 10.0**-digits


def _decimals(value: float) -> int:
    text = f"{value:.10f}".rstrip("0")
    return len(text.partition(".")[2])


def _worth(series: Series, position: int) -> tuple[bool, int, int, int]:
    ones = series.measurements
    return series.last.is_final, ones[0].rank, len(ones), position


def _points(series: Series) -> tuple[MetricPoint, ...]:
    last = series.last
    others = [one for one in series.measurements if one is not last]
    if len(others) >= MOST_POINTS:
        every = len(others) / (MOST_POINTS - 1)
        others = [others[int(index * every)] for index in range(MOST_POINTS - 1)]
    ordered = [one for one in others if not one.is_final] + [one for one in others if one.is_final]
    if not last.is_final:
        ordered = others
    return tuple(MetricPoint(value=one.value, step=one.step) for one in (*ordered, last))


def _identity(one: Measurement) -> Identity:
    understood = metric_name(one.name, is_in_series=True)
    base = understood.key if understood else _SPACES.sub("_", one.name.strip().lower())
    return Identity(base, one.split, one.qualifier)


def _shown_name(one: Measurement, qualifier: str) -> str:
    name = clean(one.name.replace("\n", " ")).strip()
    return f"{name} ({clean(qualifier)})"[:LONGEST_SHOWN_NAME] if qualifier else name


def _key(identity: Identity) -> str:
    parts = [identity.split, identity.base]
    key = "_".join(part for part in parts if part and not identity.base.startswith(f"{part}_"))
    key = key if key else identity.base
    if identity.qualifier:
        key = f"{key}.{_SPACES.sub('_', identity.qualifier.strip().lower())}"
    return _NOT_IN_KEYS.sub("_", key).strip("_/. ")[:LONGEST_KEY] or "metric"
