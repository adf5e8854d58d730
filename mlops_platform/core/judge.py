"""The judge: rules and facts to findings, a score, its coverage and its caps.

Section score = 10 · Σ weight·share / Σ weight over known answers, then capped; coverage = weight of
the known among the applicable answers. Scores are rounded to four decimals so that they add up.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pydantic import BaseModel

from mlops_platform.core.evidence import Answer, Cap, Finding, Outcome, met, unknown
from mlops_platform.core.registry import Rule

MOST_EVIDENCE = 20
"""Places shown per finding; the rest is counted. Keeps a report readable on a huge repository."""

DECIMALS = 4


class Judgement(NamedTuple):
    """What the judge says of one section; `score` is None where nothing is known."""

    score: float | None
    coverage: float
    caps: tuple[Cap, ...]
    findings: tuple[Finding, ...]


def judge(rules: Sequence[Rule], facts: BaseModel | None, failure: str = "") -> Judgement:
    """Ask every rule about the facts; without facts, all is unknown because of `failure`."""
    answers = {r.name: unknown(failure) if facts is None else r.answer(facts) for r in rules}
    return judge_answers(rules, answers)


def judge_answers(rules: Sequence[Rule], answers: Mapping[str, Answer]) -> Judgement:
    """Score given answers (by rule name) and state the points that each unmet claim regains."""
    score = section_score(rules, answers)
    findings = tuple(_finding(rule, rules, answers, score) for rule in rules)
    return Judgement(score, coverage(rules, answers), caps(rules, answers), findings)


def section_score(rules: Sequence[Rule], answers: Mapping[str, Answer]) -> float | None:
    """Return the capped score of a section, 0–10; None where no answer is known."""
    known = [
        (rule.weight, share) for rule in rules if (share := answers[rule.name].share) is not None
    ]
    if not known:
        return None
    plain = 10 * sum(weight * share for weight, share in known) / sum(weight for weight, _ in known)
    limits = [cap.limit for cap in caps(rules, answers) if cap.scope == "section"]
    return round(min([plain, *limits]), DECIMALS)


def coverage(rules: Sequence[Rule], answers: Mapping[str, Answer]) -> float:
    """Return the weight share of known answers among the applicable ones; 1 where none applies."""
    asked = [r for r in rules if answers[r.name].outcome is not Outcome.NOT_APPLICABLE]
    known = sum(r.weight for r in asked if answers[r.name].share is not None)
    return round(known / sum(r.weight for r in asked), DECIMALS) if asked else 1.0


def caps(rules: Sequence[Rule], answers: Mapping[str, Answer]) -> tuple[Cap, ...]:
    """Return the caps that unmet claims put on the section and on the total."""
    return tuple(
        Cap(asset=r.asset, rule=r.name, limit=limit, scope=scope, reason=answers[r.name].because)
        for r in rules
        for scope, limit in (("section", r.caps_section), ("total", r.caps_total))
        if limit is not None and answers[r.name].outcome is Outcome.UNMET
    )


def _finding(
    rule: Rule, rules: Sequence[Rule], answers: Mapping[str, Answer], score: float | None
) -> Finding:
    answer = answers[rule.name]
    places = tuple(dict.fromkeys(answer.evidence))
    return Finding(
        rule=rule.name,
        outcome=answer.outcome,
        share=answer.share,
        claim=rule.claim,
        because=answer.because,
        why=rule.why,
        fix=rule.fix,
        effort=rule.effort,
        weight=rule.weight,
        evidence=places[:MOST_EVIDENCE],
        evidence_omitted=max(0, len(places) - MOST_EVIDENCE),
        points=_points(rule, rules, answers, score),
    )


def _points(
    rule: Rule, rules: Sequence[Rule], answers: Mapping[str, Answer], score: float | None
) -> float:
    if score is None or answers[rule.name].share in (None, 1.0):
        return 0.0
    mended = section_score(rules, {**answers, rule.name: met()})
    return 0.0 if mended is None else round(mended - score, DECIMALS)
