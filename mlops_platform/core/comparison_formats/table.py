"""The comparison for the terminal: the verdict, and one row per metric, deciding ones first."""

import io
from collections.abc import Iterator

from rich.console import Console
from rich.table import Table
from rich.text import Text

from mlops_platform.core.comparing import wording
from mlops_platform.core.comparing.comparison import Change, ComparedMetric, Comparison, Delta
from mlops_platform.core.report.escaping import for_terminal

WIDTH = 100
WIDE = 140
"""For more than three runs."""
MANY = 3
MOST_ROWS = 40
"""More are a matter for the other formats; deciding ones come first."""
STYLES = {Change.BETTER: "green", Change.WORSE: "bold red"}


def render(comparison: Comparison) -> str:
    """Write the comparison without colours."""
    return _written(comparison, is_coloured=False)


def render_coloured(comparison: Comparison) -> str:
    """Write the comparison for a terminal that shows colours."""
    return _written(comparison, is_coloured=True)


def _written(comparison: Comparison, *, is_coloured: bool) -> str:
    buffer = io.StringIO()
    console = Console(
        file=buffer,
        width=WIDE if len(comparison.runs) > MANY else WIDTH,
        force_terminal=is_coloured,
        color_system="standard" if is_coloured else None,
        highlight=False,
        legacy_windows=False,
        _environ={},
    )
    for line in _head(comparison):
        console.print(Text(line))
    if comparison.metrics:
        console.print(_metrics(comparison))
    if comparison.parameters:
        console.print(Text("\nParameters that differ"))
        console.print(_parameters(comparison))
    for line in _tail(comparison):
        console.print(Text(line))
    return "\n".join(line.rstrip() for line in buffer.getvalue().splitlines()) + "\n"


def _head(comparison: Comparison) -> Iterator[str]:
    if said := wording.headline(comparison):
        yield for_terminal(said, 1000)
    for place in range(len(comparison.runs)):
        yield f"{wording.LETTERS[place]}  {for_terminal(wording.shown_run(comparison, place))}"


def _metrics(comparison: Comparison) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("Metric", overflow="ellipsis", no_wrap=True, max_width=40)
    table.add_column("A", justify="right", no_wrap=True)
    for letter in wording.LETTERS[1 : len(comparison.runs)]:
        table.add_column(letter, justify="right", no_wrap=True)
        table.add_column("Change", no_wrap=True)
    for metric in comparison.metrics[:MOST_ROWS]:
        table.add_row(*_cells(metric), style="" if metric.is_deciding else "dim")
    return table


def _cells(metric: ComparedMetric) -> Iterator[Text]:
    yield Text(for_terminal(wording.shown_metric(metric)))
    for place, (value, delta) in enumerate(zip(metric.values, metric.deltas, strict=True)):
        yield Text(wording.shown_value(value), style="bold" if place in metric.best else "")
        if place:
            yield Text(wording.shown_delta(delta), style=_style(delta))


def _style(delta: Delta | None) -> str:
    return STYLES.get(delta.change, "") if delta else ""


def _parameters(comparison: Comparison) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("Parameter", overflow="ellipsis", no_wrap=True, max_width=40)
    for letter in wording.LETTERS[: len(comparison.runs)]:
        table.add_column(letter, overflow="ellipsis", no_wrap=True, max_width=30)
    for parameter in comparison.parameters[:MOST_ROWS]:
        values = ("–" if value is None else for_terminal(value) for value in parameter.values)
        table.add_row(*(Text(cell) for cell in (for_terminal(parameter.name), *values)))
    return table


def _tail(comparison: Comparison) -> Iterator[str]:
    hidden = len(comparison.metrics) - MOST_ROWS
    if hidden > 0:
        yield f"and {hidden} more metrics; --format json has all"
    yield ""
    yield wording.LEGEND
    if comparison.link:
        yield f"In MLflow: {for_terminal(comparison.link, 2000)}"
