"""The judge's promises, over random rules and over the real ones."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlops_platform.core.evidence import (
    Answer,
    Evidence,
    Outcome,
    met,
    not_applicable,
    partly_met,
    unknown,
    unmet,
)
from mlops_platform.core.judge import (
    MOST_EVIDENCE,
    Judgement,
    coverage,
    judge,
    judge_answers,
    section_score,
)
from mlops_platform.core.registry import Rule, rules_of

ASSETS = (
    "project_profile",
    "dataset_health",
    "training_assessment",
    "evaluation_assessment",
    "mlops_readiness",
    "deployment_readiness",
    "monitoring_health",
    "retraining_recommendation",
)

ANSWERS = st.one_of(
    st.just(met()),
    st.just(unmet("it is not so")),
    st.floats(0.01, 0.99).map(lambda share: partly_met(share, "some of it is not so")),
    st.just(unknown("nobody can tell")),
    st.just(not_applicable("it is not about this")),
)


def rule(name: str, weight: int = 1, caps_section: float | None = None) -> Rule:
    return Rule(
        asset="project_profile",
        name=name,
        claim="It is so.",
        why="it matters.",
        fix="make it so.",
        weight=weight,
        effort="minutes",
        caps_section=caps_section,
        caps_total=None,
        answer=lambda facts: met(),
    )


@st.composite
def invented(draw: st.DrawFn) -> tuple[tuple[Rule, ...], dict[str, Answer]]:
    limits = st.one_of(st.none(), st.floats(0, 10))
    pairs = draw(st.lists(st.tuples(st.integers(1, 3), limits, ANSWERS), min_size=1, max_size=12))
    rules = tuple(rule(f"rule_{i}", weight, limit) for i, (weight, limit, _) in enumerate(pairs))
    return rules, {r.name: answer for r, (_, _, answer) in zip(rules, pairs, strict=True)}


@st.composite
def real(draw: st.DrawFn) -> tuple[tuple[Rule, ...], dict[str, Answer]]:
    rules = rules_of(draw(st.sampled_from(ASSETS)))
    return rules, {r.name: draw(ANSWERS) for r in rules}


CASES = st.one_of(invented(), real())
often = settings(max_examples=60, deadline=None)


@often
@given(CASES)
def test_making_a_claim_true_regains_exactly_its_points(
    case: tuple[tuple[Rule, ...], dict[str, Answer]],
) -> None:
    rules, answers = case
    judged = judge_answers(rules, answers)
    for finding in judged.findings:
        if finding.share is None or judged.score is None:
            assert finding.points == 0
            continue
        mended = section_score(rules, {**answers, finding.rule: met()})
        assert mended is not None
        assert round(judged.score + finding.points, 4) == mended
        assert finding.points >= 0


@often
@given(CASES)
def test_making_every_claim_true_gives_ten(
    case: tuple[tuple[Rule, ...], dict[str, Answer]],
) -> None:
    rules, answers = case
    mended = {name: met() if a.share is not None else a for name, a in answers.items()}
    assert section_score(rules, mended) in (None, 10)


@often
@given(CASES)
def test_a_score_stays_within_its_scale_and_its_caps(
    case: tuple[tuple[Rule, ...], dict[str, Answer]],
) -> None:
    rules, answers = case
    judged = judge_answers(rules, answers)
    assert 0 <= judged.coverage <= 1
    if judged.score is not None:
        assert 0 <= judged.score <= 10
        for cap in judged.caps:
            if cap.scope == "section":
                assert judged.score <= round(cap.limit, 4)


@often
@given(CASES)
def test_only_unmet_claims_cap(case: tuple[tuple[Rule, ...], dict[str, Answer]]) -> None:
    rules, answers = case
    limited = {r.name for r in rules if r.caps_section is not None or r.caps_total is not None}
    unmet_ones = {name for name, a in answers.items() if a.outcome is Outcome.UNMET}
    assert {cap.rule for cap in judge_answers(rules, answers).caps} == limited & unmet_ones


@often
@given(CASES, st.integers(1, 3))
def test_what_is_unknown_lowers_coverage_and_never_the_score(
    case: tuple[tuple[Rule, ...], dict[str, Answer]], weight: int
) -> None:
    rules, answers = case
    before = judge_answers(rules, answers)
    more = (*rules, rule("unheard_of", weight))
    after = judge_answers(more, {**answers, "unheard_of": unknown("nobody can tell")})
    assert after.score == before.score
    assert after.coverage < before.coverage or before.coverage == 0


@often
@given(CASES, st.integers(1, 3))
def test_what_does_not_apply_changes_nothing(
    case: tuple[tuple[Rule, ...], dict[str, Answer]], weight: int
) -> None:
    rules, answers = case
    before = judge_answers(rules, answers)
    more = (*rules, rule("besides_the_point", weight))
    other = not_applicable("it is not about this")
    after = judge_answers(more, {**answers, "besides_the_point": other})
    assert (after.score, after.coverage) == (before.score, before.coverage)


@pytest.mark.parametrize("asset", ASSETS)
def test_without_facts_every_answer_is_unknown_with_the_reason(asset: str) -> None:
    judged = judge(rules_of(asset), None, "the reader ran out of memory")
    assert (judged.score, judged.coverage, judged.caps) == (None, 0, ())
    assert {f.outcome for f in judged.findings} == {Outcome.UNKNOWN}
    assert {f.because for f in judged.findings} == {"the reader ran out of memory"}


def test_weights_and_shares_make_the_score() -> None:
    rules = (rule("heavy", 3), rule("light", 1), rule("open", 2))
    answers = {"heavy": met(), "light": partly_met(0.5, "half"), "open": unknown("closed")}
    assert section_score(rules, answers) == 8.75
    assert coverage(rules, answers) == round(4 / 6, 4)


def test_a_capped_score_is_regained_by_the_capping_claim_alone() -> None:
    rules = (rule("secret", 3, caps_section=2), *(rule(f"fine_{i}", 3) for i in range(3)))
    answers = {r.name: met() for r in rules} | {"secret": unmet("a key is in the tree")}
    judged = judge_answers(rules, answers)
    assert judged.score == 2
    assert _points(judged) == {"secret": 8, "fine_0": 0, "fine_1": 0, "fine_2": 0}


def test_nothing_applicable_has_no_score_and_full_coverage() -> None:
    judged = judge_answers((rule("a"),), {"a": not_applicable("it is not about this")})
    assert (judged.score, judged.coverage) == (None, 1)


def test_long_evidence_is_shown_once_cut_and_counted() -> None:
    places = [Evidence(path=f"{i}.py") for i in range(MOST_EVIDENCE + 3)]
    (finding,) = judge_answers((rule("a"),), {"a": unmet("many", places * 2)}).findings
    assert (len(finding.evidence), finding.evidence_omitted) == (MOST_EVIDENCE, 3)


def _points(judged: Judgement) -> dict[str, float]:
    return {finding.rule: finding.points for finding in judged.findings}
