"""Ask every metric source what a run measured, and put their answers together.

What two sources state differently is kept once, from the source with more digits, and told as a
conflict.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from mlops_platform.core.measuring.measurement import (
    Conflict,
    Found,
    Measurement,
    Parameter,
    Unread,
)
from mlops_platform.core.measuring.printed_text import PrintedText
from mlops_platform.core.measuring.run_files import RunFiles
from mlops_platform.core.measuring.series import Series, agree, metric_of, refused, series_of
from mlops_platform.core.measuring.stored_runs import UNFINISHED
from mlops_platform.core.registry import plugins
from mlops_platform.core.run_outcome import Artifact, Metric, RunResults

METRIC_SOURCES = "mlops_platform.core.metric_sources"
MOST_METRICS = 500
MOST_SENTENCES = 100
MOST_PARAMETERS = 1000
MOST_MEASUREMENTS = 1_000_000
LONGEST_SENTENCE = 500


def collect(
    texts: Sequence[PrintedText],
    files: RunFiles,
    artifacts: tuple[Artifact, ...] = (),
    unread: tuple[str, ...] = (),
) -> RunResults:
    """Return what was printed and what was stored, each metric once."""
    found = list(_limited(_all_found(texts, files)))
    kept, conflicts = refused(one for one in found if isinstance(one, Measurement))
    metrics, differences = _metrics(series_of(kept))
    more = [f"{len(metrics) - MOST_METRICS} more metrics"] if len(metrics) > MOST_METRICS else []
    said = [one.sentence for one in found if isinstance(one, Unread)]
    doubts = [
        one.sentence for one in (*found, *conflicts, *differences) if isinstance(one, Conflict)
    ]
    return RunResults(
        metrics=tuple(metrics[:MOST_METRICS]),
        parameters=_parameters(found),
        artifacts=artifacts,
        conflicts=_sentences(doubts),
        unread=_sentences([*unread, *said, *more]),
    )


def _all_found(texts: Sequence[PrintedText], files: RunFiles) -> Iterator[Found]:
    for source in plugins(METRIC_SOURCES):
        if hasattr(source, "read_files"):
            yield from source.read_files(files)
    for text in texts:
        printed = [
            one
            for source in plugins(METRIC_SOURCES)
            if hasattr(source, "read_text")
            for one in source.read_text(text)
        ]
        # In the order of the lines, whichever source read them: the last one counts.
        yield from sorted(printed, key=lambda one: one.line or 0)


def _limited(found: Iterable[Found]) -> Iterator[Found]:
    for position, one in enumerate(found):
        if position == MOST_MEASUREMENTS:
            yield Unread(f"more than {MOST_MEASUREMENTS} values")
            return
        yield one


def _metrics(series: Sequence[Series]) -> tuple[list[Metric], list[Conflict]]:
    """Return metrics in order of appearance, and where sources differ.

    A qualifier stays in the name only where the metric has several.
    """
    qualifiers: dict[tuple[str, str], set[str]] = {}
    for each in series:
        of_one = qualifiers.setdefault(each.identity[:2], set())
        of_one.add(each.identity.qualifier.casefold())
    groups: dict[tuple[str, str, str], list[Series]] = {}
    for each in _without_needless_qualifiers(series, qualifiers):
        groups.setdefault(_group(each), []).append(each)
    metrics: list[Metric] = []
    differences: list[Conflict] = []
    for (base, split, _), members in groups.items():
        qualifier = members[0].identity.qualifier
        is_the_only_one = len(qualifiers[base, split]) == 1
        if is_the_only_one and not qualifier.endswith(UNFINISHED):
            qualifier = ""
        metric = metric_of(members, qualifier)
        metrics.append(metric)
        differences.extend(_differences(metric, members))
    return _with_own_keys(metrics), differences


def _without_needless_qualifiers(
    series: Sequence[Series], qualifiers: Mapping[tuple[str, str], set[str]]
) -> Iterator[Series]:
    """Leave out a title that one source stands under, where another says the same without it."""
    values: dict[tuple[str, str], float] = {}
    for each in series:
        if not each.identity.qualifier:
            values.setdefault(each.identity[:2], each.last.value)
    for each in series:
        base, split, qualifier = each.identity
        value = values.get((base, split))
        is_one_of_two = len(qualifiers[base, split]) == len(("", qualifier))
        is_needless = value is not None and is_one_of_two and not qualifier.endswith(UNFINISHED)
        if qualifier and value is not None and is_needless and agree(value, each.last.value):
            yield each._replace(identity=each.identity._replace(qualifier=""))
        else:
            yield each


def _group(series: Series) -> tuple[str, str, str]:
    base, split, qualifier = series.identity
    return base, split, qualifier.casefold()


def _differences(metric: Metric, members: Sequence[Series]) -> Iterator[Conflict]:
    """Tell each source that states another result than the one that is kept."""
    for each in members:
        last = each.last
        is_comparable = last.is_final and metric.is_final and last.source != metric.source
        if is_comparable and not agree(metric.value, last.value):
            yield Conflict(
                f"{metric.name} is {metric.value:g} in {_place(metric.source, metric.line)}"
                f" and {last.value:g} in {_place(last.source, last.line)}."
            )


def _place(source: str, line: int | None) -> str:
    return f"{source} line {line}" if line else source


def _with_own_keys(metrics: Sequence[Metric]) -> list[Metric]:
    """Give metrics whose names make the same key each its own."""
    taken: set[str] = set()
    named = []
    for metric in metrics:
        key, number = metric.key, 2
        while key.casefold() in taken:
            key, number = f"{metric.key}-{number}", number + 1
        taken.add(key.casefold())
        named.append(metric.model_copy(update={"key": key}))
    return named


def _parameters(found: Sequence[Found]) -> tuple[tuple[str, str], ...]:
    told: dict[str, str] = {}
    for one in found:
        if isinstance(one, Parameter) and len(told) < MOST_PARAMETERS:
            told.setdefault(one.name, one.value)
    return tuple(sorted(told.items()))


def _sentences(said: Sequence[str]) -> tuple[str, ...]:
    clipped = [sentence[:LONGEST_SENTENCE] for sentence in dict.fromkeys(said)]
    return tuple(clipped[:MOST_SENTENCES])
