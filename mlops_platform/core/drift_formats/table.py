"""The drift result for the terminal: the verdict, and one row per feature, drifted ones first."""

import io
from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.table import Table
from rich.text import Text

from mlops_platform.core.drift.result import DriftResult, FeatureDrift, Level
from mlops_platform.core.drift.wording import (
    by_level,
    headline,
    listed,
    measure_of,
    shown_level,
    shown_tests,
    shown_value,
    verdict,
)
from mlops_platform.core.report.escaping import for_terminal

WIDTH = 100
MOST_ROWS = 60
"""More are a matter for the other formats; drifted ones come first."""
STYLES = {Level.HIGH: "bold red", Level.MEDIUM: "yellow", Level.NONE: ""}


def render(result: DriftResult) -> str:
    """Write the result without colours, 100 columns wide."""
    return _written(result, is_coloured=False)


def render_coloured(result: DriftResult) -> str:
    """Write the result for a terminal that shows colours."""
    return _written(result, is_coloured=True)


def _written(result: DriftResult, *, is_coloured: bool) -> str:
    buffer = io.StringIO()
    console = Console(
        file=buffer,
        width=WIDTH,
        force_terminal=is_coloured,
        color_system="standard" if is_coloured else None,
        highlight=False,
        legacy_windows=False,
        _environ={},
    )
    for line in _head(result):
        console.print(Text(line))
    if result.features:
        console.print(_table(result))
    for line in _tail(result):
        console.print(Text(line))
    lines = buffer.getvalue().splitlines()
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _head(result: DriftResult) -> Iterator[str]:
    yield verdict(result)
    yield headline(result)
    reference, current = for_terminal(result.reference), for_terminal(result.current)
    yield f"{reference} ({result.reference_rows:,} rows) → {current} ({result.current_rows:,} rows)"


def _table(result: DriftResult) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("Column", overflow="ellipsis", no_wrap=True, max_width=36)
    table.add_column("Kind")
    table.add_column("Drift")
    tests = shown_tests(result)
    for title in tests.values():
        table.add_column(title, justify="right")
    for feature in by_level(result)[:MOST_ROWS]:
        style = STYLES[feature.level] if feature.is_counted else "dim"
        table.add_row(*(Text(cell, style=style) for cell in _cells(feature, tests)))
    return table


def _cells(feature: FeatureDrift, tests: Iterable[str]) -> Iterator[str]:
    yield for_terminal(feature.name)
    yield feature.kind.value
    yield shown_level(feature)
    yield from (shown_value(measure_of(feature, test)) for test in tests)


def _tail(result: DriftResult) -> Iterator[str]:
    if len(result.features) > MOST_ROWS:
        yield f"and {len(result.features) - MOST_ROWS} more columns; --format json has all"
    if any(shown_value(each).endswith("~") for f in result.features for each in f.measures):
        yield "~ as large as a level, but chance alone can show as much with so few rows"
    for text, names in (
        ("only in the reference", result.only_in_reference),
        ("only in the current data", result.only_in_current),
    ):
        if names:
            yield f"{text}: {for_terminal(listed(names), 1000)}"
    for feature in by_level(result)[:MOST_ROWS]:
        if feature.notes:
            yield f"{for_terminal(feature.name)}: {for_terminal('; '.join(feature.notes))}"
