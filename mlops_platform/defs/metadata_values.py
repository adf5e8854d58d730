"""Values for Dagster's UI: plain tables, Markdown without images, places with links.

Text in tables is shown as it is; text in Markdown is escaped. An image never passes, because the
viewer's browser would fetch it.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

import dagster as dg

from mlops_platform.core.checkout import Revision
from mlops_platform.core.evidence import Evidence, Finding
from mlops_platform.core.report.escaping import for_markdown, one_line
from mlops_platform.core.report.outline import link, place
from mlops_platform.core.report.words import as_sentence

IMAGE = re.compile(r"!(?=\[)")
MOST_PLACES = 3

Metadata = Mapping[str, dg.MetadataValue]
Row = Mapping[str, str | float | int]


def table(name: str, rows: Iterable[Row]) -> Metadata:
    """Return rows as a table, which Dagster shows at once; nothing where there is no row."""
    records = [dg.TableRecord(dict(row)) for row in rows]
    return {name: dg.MetadataValue.table(records)} if records else {}


def markdown(text: str) -> dg.MarkdownMetadataValue:
    """Return text as Markdown in which no image is left."""
    return dg.MetadataValue.md(IMAGE.sub("", text))


def markdown_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a table whose cells are Markdown already."""
    return "".join(f"| {' | '.join(cells)} |\n" for cells in [head, ["---"] * len(head), *rows])


def score(name: str, value: float | None) -> Metadata:
    """Return a score, or nothing: Dagster would plot a zero as if it had been judged."""
    return {} if value is None else {name: dg.MetadataValue.float(value)}


def revision_of(revision: Revision) -> Metadata:
    """Return which commit of which repository was looked at."""
    shown: dict[str, dg.MetadataValue] = {"commit": dg.MetadataValue.text(revision.commit)}
    if revision.url:
        shown["repository"] = dg.MetadataValue.url(revision.url)
    return shown


def sentence(text: str) -> str:
    """Return foreign text as one clean sentence; empty stays empty."""
    return one_line(as_sentence(text)) if text else ""


def places(finding: Finding) -> str:
    """Return where a finding can be seen, as text."""
    return _listed(finding, [one_line(_words(evidence)) for evidence in _first(finding)])


def linked_places(revision: Revision, finding: Finding) -> str:
    """Return where a finding can be seen, as Markdown links to the host at the commit."""
    return _listed(finding, [_linked(revision, evidence) for evidence in _first(finding)])


def first_link(revision: Revision, finding: Finding) -> str | None:
    """Return the address of the first place that has one."""
    return next(filter(None, (link(revision, evidence) for evidence in finding.evidence)), None)


def _first(finding: Finding) -> tuple[Evidence, ...]:
    return finding.evidence[:MOST_PLACES]


def _words(evidence: Evidence) -> str:
    return place(evidence) or evidence.note


def _linked(revision: Revision, evidence: Evidence) -> str:
    text, address = for_markdown(_words(evidence)), link(revision, evidence)
    return f"[{text}]({address})" if address else text


def _listed(finding: Finding, shown: list[str]) -> str:
    left = len(finding.evidence) + finding.evidence_omitted - len(shown)
    return ", ".join([*shown, *([f"{left} more"] if left else [])])
