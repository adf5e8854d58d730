from mlops_platform.core.assess import assess
from mlops_platform.core.report.section_overview import (
    drift_table,
    in_one_line,
    section_overview,
)
from mlops_platform.core.sections.monitoring_health import MonitoringHealth, SeasonMatch
from mlops_platform.core.sections.retraining_recommendation import RetrainingRecommendation
from mlops_platform_tests.core.rules.cases import (
    moved,
    observed,
    pulled,
    recommended,
    related,
    watched,
)
from mlops_platform_tests.core.samples import REVISION, sample_sections


def labels(section):
    return {row.label: [(item.text, item.note) for item in row.items] for row in section}


def monitoring(**known):
    return assess(MonitoringHealth, REVISION, watched(**known))


def test_what_was_compared_is_shown_strongest_first():
    drift = observed(
        moved("b", "medium"),
        moved("a", "high"),
        moved("c"),
        overall_drift_score=0.5,
        health="at_risk",
        because="2 of 3 features drifted",
        relation=related(0.2, "high"),
        season=SeasonMatch(column="day", reference_rows=9, is_explained=True),
    )
    shown = labels(section_overview(monitoring(drift=drift)))
    assert shown["Compared"][0] == ("2024-05.csv", "1,000 rows")
    assert shown["Health"] == [("at risk, drift score 0.50 of 1", "2 of 3 features drifted")]
    assert [text for text, _ in shown["Drifted"]] == ["a", "b"]
    assert shown["Relation to the target"] == [
        ("moved by 0.20 of R²", "chance alone stays below 0.02")
    ]
    assert shown["Season"] == [("explains what moved", "by day")]


def test_nothing_is_shown_where_nothing_was_compared_or_asked():
    assert section_overview(monitoring()) == ()
    unasked = assess(RetrainingRecommendation, REVISION, recommended(is_asked=False))
    assert section_overview(unasked) == ()
    assert section_overview(sample_sections().project_profile) == ()


def test_the_recommendation_its_triggers_and_its_plan():
    facts = recommended(
        action="retrain",
        urgency="soon",
        triggers=(pulled(),),
        confidence=0.42,
        plan={"dataset": "all of it", "features_to_review": ["age"]},
    )
    shown = labels(section_overview(assess(RetrainingRecommendation, REVISION, facts)))
    assert shown["Recommended"] == [("train again (soon)", "nothing moved")]
    assert shown["Triggers"] == [("psi_is_high", "soon: the PSI of `age` is high")]
    assert shown["Confidence"][0][0] == "0.42 of 1"
    assert (shown["Data"], shown["Review"]) == ([("all of it", "")], [("age", "")])
    assert "Promote when" not in shown


def test_one_line_names_the_urgency_if_there_is_one():
    assert in_one_line(recommended()) == "do nothing"
    assert in_one_line(recommended(action="fix_data", urgency="immediate")) == (
        "fix the data (immediate)"
    )


def test_every_column_is_a_row_of_the_table():
    drift = observed(moved("a"), moved("b", "high"), moved("c", "high", is_counted=False))
    rows = drift_table(drift)
    assert [row["Column"] for row in rows] == ["b", "a", "c"]
    assert (rows[0]["PSI"], rows[0]["KS"], rows[2]["Level"]) == ("0.400", "", "not counted")
