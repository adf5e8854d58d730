"""Gates: what the operator demands of a run's metrics before its model is registered."""

import operator
import re
from collections.abc import Callable, Collection, Iterable, Mapping

from pydantic import Field, field_validator

from mlops_platform.core.evidence import Frozen
from mlops_platform.core.model_version import Gate
from mlops_platform.core.run_outcome import Metric

_BOUND = re.compile(r"(>=|<=|>|<)\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?)")
_HOLDS: Mapping[str, Callable[[float, float], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
}
_NOT_A_LETTER = re.compile(r"[^a-z0-9]+")
_UNPREFERRED = ("train", "")
"""Splits that a gate does not mean where the metric was measured on something else, too."""


class DemandedMetric(Frozen):
    """A bound for one metric, as the operator writes it: `>= 0.8`."""

    metric: str = Field(min_length=1, max_length=250)
    bound: str

    @field_validator("bound")
    @classmethod
    def _a_bound(cls, bound: str) -> str:
        if not _BOUND.fullmatch(bound.strip()):
            raise ValueError(f"{bound!r} is no bound; write it as `>= 0.8` or `< 0.3`")
        return bound.strip()


def judge_gates(demands: Iterable[DemandedMetric], metrics: Collection[Metric]) -> tuple[Gate, ...]:
    """Judge every demand by the results of a run; a metric that was not measured meets none."""
    return tuple(_judged(demand, metrics) for demand in demands)


def _judged(demand: DemandedMetric, metrics: Collection[Metric]) -> Gate:
    name = f"{demand.metric} {demand.bound}"
    values = {metric.value for metric in _meant(demand.metric, metrics)}
    if not values:
        because = f"the run measured no {demand.metric}"
        return Gate(name=name, is_met=None, because=because)
    if len(values) > 1:
        shown = ", ".join(f"{value:g}" for value in sorted(values))
        return Gate(
            name=name,
            is_met=None,
            because=f"the run states several values of {demand.metric}: {shown}",
        )
    (value,) = values
    sign, bound = _BOUND.fullmatch(demand.bound).groups()  # type: ignore[union-attr]
    is_met = _HOLDS[sign](value, float(bound))
    return Gate(name=name, is_met=is_met, because=f"{demand.metric} is {value:g}")


def _meant(name: str, metrics: Collection[Metric]) -> list[Metric]:
    """Return the metrics that a name means: by its key, else by what was printed.

    What was measured on training data does not stand for what was measured on other data.
    """
    results = [metric for metric in metrics if metric.is_final] or list(metrics)
    exact = [metric for metric in results if metric.key == name]
    if exact:
        return exact
    wanted = _plain(name)
    alike = [m for m in results if wanted in (_plain(m.name), _plain(m.key))]
    held_out = [metric for metric in alike if metric.split not in _UNPREFERRED]
    unsaid = [metric for metric in alike if not metric.split]
    return held_out or unsaid or alike


def _plain(name: str) -> str:
    return _NOT_A_LETTER.sub("", name.lower())
