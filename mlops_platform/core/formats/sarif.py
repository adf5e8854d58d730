"""The claims that do not hold, as SARIF 2.1.0, for code scanning and editors.

One result a claim, so that an alert closes when its claim becomes true. The first place is the
location, the others are related. Code scanning refuses a whole file for one result without a
location, so a claim about the whole repository is located at its root. A language model's words
stay out: an alert is what a rule found, and is the same bytes with a model and without one.
"""

import hashlib
import re
from urllib.parse import quote

from pydantic import JsonValue

from mlops_platform.core.evidence import Evidence, Finding, Outcome
from mlops_platform.core.facts.text.texts import actual
from mlops_platform.core.report.canonical_json import canonical_json
from mlops_platform.core.report.escaping import for_sarif_message, one_line, storable
from mlops_platform.core.sections.readiness_report import ReadinessReport

MEDIA_TYPE = "application/sarif+json"
SUFFIX = ".sarif"

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
ROOT = "SRCROOT"
LEVELS = {1: "note", 2: "warning", 3: "error"}
OPEN = (Outcome.UNMET, Outcome.PARTLY_MET)

Object = dict[str, JsonValue]


def render(report: ReadinessReport) -> str:
    """Write the report as one SARIF log with one run."""
    log: Object = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report)]}
    return canonical_json(log)


def _run(report: ReadinessReport) -> Object:
    findings = [
        (asset, finding)
        for asset, section in report.sections.by_asset().items()
        for finding in section.findings
    ]
    run: Object = {
        "tool": {
            "driver": {
                "name": "mlops-platform",
                "rules": [_rule(asset, finding) for asset, finding in findings],
            }
        },
        "automationDetails": {"id": f"mlops-platform/{storable(report.repository)}/"},
        "invocations": [_invocation(report)],
        "originalUriBaseIds": {ROOT: {"description": {"text": "The root of the repository."}}},
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(index, asset, finding)
            for index, (asset, finding) in enumerate(findings)
            if finding.outcome in OPEN
        ],
        "properties": {
            "readinessScore": report.readiness_score,
            "coverage": report.coverage,
            "verdict": one_line(report.verdict),
        },
    }
    if report.revision.url:
        run["versionControlProvenance"] = [
            {
                "repositoryUri": quote(report.revision.url, safe=":/@%.-_~"),
                "revisionId": report.commit,
                "mappedTo": {"uriBaseId": ROOT},
            }
        ]
    return run


def _rule(asset: str, finding: Finding) -> Object:
    why = f"{finding.why[:1].upper()}{finding.why[1:]}"
    fix = f"{finding.fix[:1].upper()}{finding.fix[1:]}"
    return {
        "id": f"{asset}/{finding.rule}",
        "name": "".join(word.capitalize() for word in finding.rule.split("_")),
        "shortDescription": {"text": finding.claim},
        "fullDescription": {"text": why},
        "help": {
            "text": f"{finding.claim} Why: {why} Fix: {fix}",
            "markdown": f"**{finding.claim}**\n\n**Why:** {why}\n\n**Fix:** {fix}",
        },
        "defaultConfiguration": {"level": LEVELS[finding.weight]},
        "properties": {
            "tags": ["machine-learning", asset.replace("_", "-")],
            "weight": finding.weight,
            "effort": finding.effort,
        },
    }


def _invocation(report: ReadinessReport) -> Object:
    failures = {a: s.failure for a, s in report.sections.by_asset().items() if s.failure}
    return {
        "executionSuccessful": not failures,
        "toolExecutionNotifications": [
            {
                "level": "error",
                "message": {"text": for_sarif_message(f"{asset}: {failure}")},
            }
            for asset, failure in failures.items()
        ],
    }


def _result(index: int, asset: str, finding: Finding) -> Object:
    rule = f"{asset}/{finding.rule}"
    places = [evidence for evidence in finding.evidence if evidence.path]
    result: Object = {
        "ruleId": rule,
        "ruleIndex": index,
        "kind": "fail",
        "level": LEVELS[finding.weight],
        "message": {"text": _message(finding)},
        "locations": [_location(places[0]) if places else _whole_repository()],
        "partialFingerprints": {"claim/v1": hashlib.sha256(rule.encode()).hexdigest()},
        "properties": {
            "outcome": finding.outcome.value,
            "share": finding.share,
            "points": finding.points,
            "totalPoints": finding.total_points,
            "effort": finding.effort,
        },
    }
    if finding.waived:
        reason = for_sarif_message(finding.waived)
        result["suppressions"] = [{"kind": "external", "justification": reason}]
    if places[1:]:
        result["relatedLocations"] = [
            _location(evidence) | {"id": number} for number, evidence in enumerate(places[1:])
        ]
    return result


def _message(finding: Finding) -> str:
    because = finding.because or "no reason was given"
    state = "Only partly so" if finding.outcome is Outcome.PARTLY_MET else "Not so"
    return for_sarif_message(f"{finding.claim} {state}: {because}. Fix: {finding.fix}")


def _location(evidence: Evidence) -> Object:
    physical: Object = {"artifactLocation": {"uri": _uri(evidence.path or ""), "uriBaseId": ROOT}}
    if evidence.line:
        physical["region"] = {"startLine": evidence.line}
    location: Object = {"physicalLocation": physical}
    note = one_line(f"cell {evidence.cell} {evidence.note}" if evidence.cell else evidence.note)
    return location | {"message": {"text": for_sarif_message(note)}} if note else location


def _whole_repository() -> Object:
    return {
        "physicalLocation": {"artifactLocation": {"uri": "./", "uriBaseId": ROOT}},
        "message": {"text": "The repository as a whole."},
    }


def _uri(path: str) -> str:
    """Percent-encode the name on disk; a colon in its first part would else begin a scheme."""
    return re.sub(r"^/+", "", quote(storable(actual(path)), safe="/"))
