"""What a well-behaved model answers: a few true sentences about the evidence that it was shown."""

import json
import re
from typing import Any

Line = dict[str, Any]  # JSON as the platform wrote it
FENCE = re.compile(r"<(evidence-[0-9a-f]{16})>\n(.*?)</\1>", re.DOTALL)
MOST = 3


def well_behaved(body: dict[str, Any]) -> str:
    """Answer a request's body: sentences that cite the first open findings of its evidence."""
    lines = evidence_of(body)
    if not lines:
        return "No evidence was shown."
    asset, findings = lines[0]["id"], [line for line in lines if "claim" in line]
    first = _open(findings)[:MOST]
    answer: dict[str, Any] = {
        "summary": [_summary(findings, first)],
        "root_causes": [_says(f"It falls short here: {each['claim']}", each) for each in first],
        "recommendations": [_says(f"Make this true: {each['claim']}", each) for each in first],
        "rationale": [_says("This is worth knowing before the model is used.", findings[0])],
    }
    if asset == "retraining_recommendation":
        told = lines[0]
        answer |= {"urgency": told["mandated_urgency"], "strategy": told["strategy"]}
    return json.dumps(answer)


def evidence_of(body: dict[str, Any]) -> list[Line]:
    """Return the lines of the last evidence in a request; none where there is no fence."""
    blocks = [
        found[2] for message in body["messages"] for found in FENCE.finditer(message["content"])
    ]
    return [json.loads(line) for line in blocks[-1].splitlines()] if blocks else []


def _open(findings: list[Line]) -> list[Line]:
    return [each for each in findings if each["outcome"] in ("unmet", "partly_met")]


def _summary(findings: list[Line], first: list[Line]) -> Line:
    if first:
        return _says("Some of what was expected does not hold yet.", *first)
    return _says("Nothing that was found falls short.", *findings[:MOST])


def _says(text: str, *cited: Line) -> Line:
    return {"text": text, "findings": [each["id"] for each in cited]}
