"""What is shown for the report's own question: scores, changes, the first findings, and words.

The words are those on each section that were accepted; they are no evidence.
"""

from collections.abc import Iterable, Mapping

from pydantic import JsonValue

from mlops_platform.core.evidence_block.block import EvidenceBlock, Line, fill
from mlops_platform.core.evidence_block.finding_lines import (
    cap_values,
    finding_id,
    finding_line,
    of_ten,
    weight_of,
)
from mlops_platform.core.evidence_block.section_block import score_of
from mlops_platform.core.language_model import Interpretation
from mlops_platform.core.report.outline import open_count
from mlops_platform.core.report.words import percent
from mlops_platform.core.sections.readiness_report import ReadinessReport
from mlops_platform.core.sections.report_changes import Changes, FindingChange

REPORT, CHANGES = "readiness_report", "report_changes"
FIRST_FINDINGS, MOST_CHANGES, SENTENCES = 12, 8, 2


def report_block(
    report: ReadinessReport,
    changes: Changes | None,
    words: Mapping[str, Interpretation],
    tokens: int,
) -> EvidenceBlock | None:
    """Return the evidence of a report, None where the tokens do not do for one finding."""
    lead = [
        Line(REPORT, _whole(report)),
        Line("", {"coverage": percent(report.coverage), "verdict": report.verdict}),
        *(
            Line(asset, score_of(section) | {"to_improve": open_count(section)})
            for asset, section in report.sections.by_asset().items()
        ),
        *([Line(CHANGES, _changed(changes))] if changes else []),
    ]
    findings = _findings(report)
    first, rest = findings[:FIRST_FINDINGS], findings[FIRST_FINDINGS:]
    lines = [*_change_lines(changes), *first, *_words(words), *rest]
    return fill(lead, lines, tokens)


def _whole(report: ReadinessReport) -> dict[str, JsonValue]:
    return {
        "score": of_ten(report.readiness_score),
        "weakest_section": report.weakest_section,
        "caps": cap_values(report.caps),
    }


def _findings(report: ReadinessReport) -> list[Line]:
    weighed = [
        ((*weight_of(section, finding), asset, finding.rule), finding_line(section, finding))
        for asset, section in report.sections.by_asset().items()
        for finding in section.findings
    ]
    return [line for _, line in sorted(weighed, key=lambda each: each[0])]


def _changed(changes: Changes) -> dict[str, JsonValue]:
    return {
        "scores": [
            {"of": each.asset, "before": of_ten(each.before), "after": of_ten(each.after)}
            for each in changes.scores
        ],
        "mended": len(changes.mended),
        "broken": len(changes.broken),
        "otherwise_changed": len(changes.other),
    }


def _change_lines(changes: Changes | None) -> list[Line]:
    if changes is None:
        return []
    return [
        *_of_sort("broken", changes.broken[:MOST_CHANGES]),
        *_of_sort("mended", changes.mended[:MOST_CHANGES]),
    ]


def _of_sort(sort: str, changed: Iterable[FindingChange]) -> Iterable[Line]:
    for each in changed:
        value: dict[str, JsonValue] = {
            "change": sort,
            "claim": each.claim,
            "before": each.before.value if each.before else "not asked",
            "outcome": each.after.value,
            "because": each.because,
        }
        yield Line(finding_id(each.asset, each.rule), value)


def _words(words: Mapping[str, Interpretation]) -> Iterable[Line]:
    """Yield what was said of each section; it is no evidence, so it has no id."""
    for asset, said in words.items():
        sentences: list[JsonValue] = [
            {"text": each.text, "rests_on": list(each.findings)}
            for each in said.summary[:SENTENCES]
        ]
        yield Line("", {"words_on": asset, "summary": sentences})
