from hypothesis import given, settings
from hypothesis import strategies as st

from mlops_platform.core.evidence import Answer, met, not_applicable, partly_met, unknown, unmet
from mlops_platform.core.registry import rules_of
from mlops_platform.core.sections.readiness_report import ReadinessReport
from mlops_platform.core.summarize import DEFAULT_WEIGHTS, EFFORT_UNITS, summarize
from mlops_platform_tests.core.sample_claims import Claim, claim
from mlops_platform_tests.core.samples import (
    not_ml_report,
    sample_report,
    sample_sections,
    unread_report,
)

ASSETS = ("project_profile", "mlops_readiness", "deployment_readiness")

answers = st.one_of(
    st.just(met()),
    st.just(unmet("it is not so")),
    st.just(unknown("nobody can tell")),
    st.just(not_applicable("it is about something else")),
    st.floats(0, 1).map(lambda share: partly_met(share, "some of it is so")),
)
caps = st.one_of(st.none(), st.none(), st.floats(0, 10).map(lambda limit: round(limit, 2)))


@st.composite
def claims_of(draw: st.DrawFn, asset: str) -> list[Claim]:
    return [
        claim(
            asset,
            f"claim_{number}",
            draw(answers),
            draw(st.integers(1, 3)),
            draw(st.sampled_from(["minutes", "hours", "days"])),
            caps_section=draw(caps),
            caps_total=draw(caps),
        )
        for number in range(draw(st.integers(0, 5)))
    ]


all_claims = st.fixed_dictionaries({asset: claims_of(asset) for asset in ASSETS})
some_weights = st.fixed_dictionaries({asset: st.floats(0.01, 1) for asset in ASSETS})


def with_answer(
    claims: dict[str, list[Claim]], asset: str, name: str, answer: Answer
) -> dict[str, list[Claim]]:
    mended = [c._replace(answer=answer) if c.rule.name == name else c for c in claims[asset]]
    return {**claims, asset: mended}


@settings(max_examples=80, deadline=None)
@given(all_claims, some_weights)
def test_making_a_claim_true_regains_exactly_its_points(
    claims: dict[str, list[Claim]], weights: dict[str, float]
) -> None:
    report = summarize(sample_sections(claims), weights)
    for asset, section in report.sections.by_asset().items():
        for finding in section.findings:
            if finding.share is None or finding.total_points is None:
                continue
            mended = with_answer(claims, asset, finding.rule, met())
            after = summarize(sample_sections(mended), weights)
            assert report.readiness_score is not None
            assert after.readiness_score == round(report.readiness_score + finding.total_points, 4)


@settings(max_examples=80, deadline=None)
@given(all_claims, some_weights)
def test_scores_stay_in_range_and_no_point_is_lost_by_mending(
    claims: dict[str, list[Claim]], weights: dict[str, float]
) -> None:
    report = summarize(sample_sections(claims), weights)
    assert report.readiness_score is None or 0 <= report.readiness_score <= 10
    assert 0 <= report.coverage <= 1
    findings = [f for s in report.sections.by_asset().values() for f in s.findings]
    assert all(f.total_points is None or f.total_points >= 0 for f in findings)
    assert len(report.priority_actions) <= 10
    assert all(action.total_points > 0 for action in report.priority_actions)


def test_the_score_is_the_weighted_mean_of_the_sections() -> None:
    report = sample_report()
    weights = [
        (0.05, "project_profile"),
        (0.15, "mlops_readiness"),
        (0.10, "deployment_readiness"),
    ]
    mean = sum(w * (score_of(report, asset) or 0) for w, asset in weights) / 0.30
    assert report.readiness_score == round(mean, 4)


def test_the_weights_that_counted_are_in_the_report() -> None:
    assert sample_report().weights == {asset: DEFAULT_WEIGHTS[asset] for asset in ASSETS}


def test_a_weight_of_the_operator_replaces_the_default_one() -> None:
    report = summarize(sample_sections(), {"deployment_readiness": 100})
    assert report.weights["deployment_readiness"] == 100
    assert report.weights["mlops_readiness"] == DEFAULT_WEIGHTS["mlops_readiness"]
    assert report.readiness_score is not None
    assert abs(report.readiness_score - (score_of(report, "deployment_readiness") or 0)) < 0.1


def test_weights_of_zero_leave_no_score() -> None:
    report = summarize(sample_sections(), dict.fromkeys(ASSETS, 0.0))
    assert report.readiness_score is None


def test_a_section_without_a_score_drops_out_of_the_mean_and_lowers_coverage() -> None:
    unanswered = [claim("deployment_readiness", "c", unknown("the reader was killed"))]
    report = summarize(sample_sections({"deployment_readiness": unanswered}), {})
    weights = [(0.05, "project_profile"), (0.15, "mlops_readiness")]
    mean = sum(weight * (score_of(report, asset) or 0) for weight, asset in weights)
    assert report.readiness_score == round(mean / 0.20, 4)
    assert report.coverage < sample_report().coverage
    assert "deployment_readiness" not in report.weights


def test_a_total_cap_holds_the_score_and_leads_the_verdict() -> None:
    report = summarize(sample_sections(held_claims(5.0)), {})
    assert report.readiness_score == 5.0
    assert report.caps[0].scope == "total"
    assert report.verdict == (
        "Partly ready: the score is held at 5.0 because a password is in the image."
    )


def test_only_the_cap_regains_points_while_it_holds_the_score() -> None:
    report = summarize(sample_sections(held_claims(5.0)), {})
    assert [action.rule for action in report.priority_actions] == ["secrets_stay_out"]


def test_two_caps_at_one_limit_regain_nothing_each_alone() -> None:
    claims = held_claims(5.0)
    claims["mlops_readiness"] = [
        *claims["mlops_readiness"],
        claim("mlops_readiness", "again", unmet("so it is"), caps_total=5.0),
    ]
    report = summarize(sample_sections(claims), {})
    assert len(report.caps) == 2
    assert report.priority_actions == ()


def test_actions_are_ordered_by_points_per_effort() -> None:
    actions = sample_report().priority_actions
    gains = [action.total_points / EFFORT_UNITS[action.effort] for action in actions]
    assert len(actions) > 3
    assert gains == sorted(gains, reverse=True)


def test_at_most_ten_actions_are_named() -> None:
    many = [claim("mlops_readiness", f"c{n}", unmet("it is not so")) for n in range(30)]
    assert len(summarize(sample_sections({"mlops_readiness": many}), {}).priority_actions) == 10


def test_the_weakest_section_is_named_beside_the_mean() -> None:
    report = sample_report()
    assert report.weakest_section == "deployment_readiness"
    assert report.verdict == (
        "Partly ready: the weakest part is deployment readiness, with 3.9 of 10."
    )


def test_among_equal_sections_the_heavier_one_is_the_weakest() -> None:
    half = {
        asset: [claim(asset, "a", met()), claim(asset, "b", unmet("it is not so"))]
        for asset in ASSETS
    }
    assert summarize(sample_sections(half), {}).weakest_section == "mlops_readiness"


def test_a_repository_that_is_not_ml_gets_no_score_and_says_so() -> None:
    report = not_ml_report()
    assert report.readiness_score is None
    assert report.weakest_section is None
    assert report.priority_actions == ()
    assert report.caps == ()
    assert report.verdict.startswith("Not a machine-learning project, so it is not scored: no code")
    assert {f.outcome for f in report.sections.mlops_readiness.findings} == {"not_applicable"}


def test_answers_about_a_repository_that_is_not_ml_do_not_score_it() -> None:
    report = not_ml_report()
    assert report.sections.project_profile.score is not None
    assert report.readiness_score is None
    assert {finding.total_points for finding in report.sections.project_profile.findings} == {None}


def test_a_repository_that_could_not_be_read_says_why() -> None:
    report = unread_report("reading a.py killed the reader.")
    assert report.is_ml_project is None
    assert report.readiness_score is None
    assert report.coverage == 0
    assert report.verdict == (
        "This repository could not be assessed: reading a.py killed the reader."
    )


def test_a_failed_section_stays_with_its_failure() -> None:
    assert unread_report("it was killed").sections.mlops_readiness.failure == "it was killed"


def test_thin_coverage_is_said_in_the_verdict() -> None:
    def mostly_blind(asset: str) -> list[Claim]:
        blind = [claim(asset, f"c{n}", unknown("unreadable")) for n in range(9)]
        return [*blind, claim(asset, "known", met())]

    claims = {asset: mostly_blind(asset) for asset in ("mlops_readiness", "training_assessment")}
    report = summarize(sample_sections(claims), {})
    assert report.verdict.endswith("of what was asked could be answered.")


def held_claims(limit: float) -> dict[str, list[Claim]]:
    return {asset: [claim(asset, f"c{n}", met()) for n in range(4)] for asset in ASSETS} | {
        "deployment_readiness": [
            claim("deployment_readiness", "served", met()),
            claim("deployment_readiness", "healthy", unmet("no health route was found")),
            claim(
                "deployment_readiness",
                "secrets_stay_out",
                unmet("a password is in the image"),
                3,
                "minutes",
                caps_total=limit,
            ),
        ]
    }


def score_of(report: ReadinessReport, asset: str) -> float | None:
    return report.sections.by_asset()[asset].score


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_the_rules_of_the_house_regain_exactly_their_points(data: st.DataObject) -> None:
    claims = {
        asset: [Claim(rule, data.draw(answers)) for rule in rules_of(asset)] for asset in ASSETS
    }
    report = summarize(sample_sections(claims), {})
    asset = data.draw(st.sampled_from(ASSETS))
    finding = data.draw(st.sampled_from(report.sections.by_asset()[asset].findings))
    if finding.share is not None and finding.total_points is not None:
        after = summarize(sample_sections(with_answer(claims, asset, finding.rule, met())), {})
        assert after.readiness_score == round(score_now(report) + finding.total_points, 4)


def score_now(report: ReadinessReport) -> float:
    assert report.readiness_score is not None
    return report.readiness_score
