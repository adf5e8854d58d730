"""The drift result as Markdown, for pull requests and wikis."""

from collections.abc import Iterable, Iterator

from mlops_platform.core.drift.result import DriftResult, FeatureDrift
from mlops_platform.core.drift.wording import (
    CONVENTIONS,
    by_level,
    headline,
    listed,
    measure_of,
    shown_level,
    shown_tests,
    shown_value,
    verdict,
)
from mlops_platform.core.report.escaping import for_markdown


def render(result: DriftResult) -> str:
    """Write verdict, one row per feature, and the conventions."""
    return "\n".join(_lines(result)) + "\n"


def _lines(result: DriftResult) -> Iterator[str]:
    yield "# Data drift"
    yield ""
    yield f"**{verdict(result)}** {headline(result).capitalize()}."
    yield ""
    for side, name, rows in (
        ("Reference", result.reference, result.reference_rows),
        ("Current", result.current, result.current_rows),
    ):
        yield f"- {side}: {for_markdown(name)}, {rows:,} rows"
    for text, names in (
        ("Only in the reference", result.only_in_reference),
        ("Only in the current data", result.only_in_current),
    ):
        if names:
            yield f"- {text}: {for_markdown(listed(names), 2000)}"
    yield ""
    if result.features:
        tests = shown_tests(result)
        yield "| Column | Kind | Drift | " + " | ".join(tests.values()) + " | Notes |"
        yield "|---|---|---|" + "---:|" * len(tests) + "---|"
        for feature in by_level(result):
            yield _row(feature, tests)
        yield ""
        yield "`~`: as large as a level, but chance alone can show as much with so few rows."
        yield ""
    for text in CONVENTIONS:
        yield f"- {text}"


def _row(feature: FeatureDrift, tests: Iterable[str]) -> str:
    cells = [
        for_markdown(feature.name),
        feature.kind.value,
        shown_level(feature),
        *(shown_value(measure_of(feature, test)) for test in tests),
        for_markdown("; ".join(feature.notes)),
    ]
    return "| " + " | ".join(cells) + " |"
