import pytest

from mlops_platform.core.drift.kind import Kind
from mlops_platform.core.drift.result import Classification, FeatureDrift, Health, Level, Measure
from mlops_platform.core.drift.verdict import judge_drift, severity


def feature(name="f", level=Level.NONE, value=0.0, test="psi", *, is_counted=True):
    measure = Measure(test=test, value=value, noise_floor=0.01, medium=0.1, high=0.25, level=level)
    return FeatureDrift(
        name=name,
        kind=Kind.NUMBER,
        level=level,
        is_counted=is_counted,
        reference_missing=0,
        current_missing=0,
        measures=(measure,),
    )


def judged(*features, lost=(), target=None, has_rows=True):
    return judge_drift(features, lost, target, has_rows=has_rows)


STILL = [feature(f"still{number}") for number in range(8)]
MEDIUM, HIGH = feature("m", Level.MEDIUM, 0.2), feature("h", Level.HIGH, 0.5)


def test_what_does_not_pass_its_floor_has_no_severity():
    assert severity(feature(value=0.9)) == 0
    assert severity(MEDIUM) == pytest.approx(0.8)
    assert severity(HIGH) == 1


@pytest.mark.parametrize(
    ("found", "health", "classification"),
    [
        (judged(*STILL), Health.HEALTHY, Classification.NO_DRIFT),
        (judged(*STILL, MEDIUM), Health.AT_RISK, Classification.FEATURE_DRIFT),
        (judged(*STILL, HIGH), Health.AT_RISK, Classification.FEATURE_DRIFT),
        (judged(*STILL[:2], HIGH, MEDIUM), Health.CRITICAL, Classification.DATASET_DRIFT),
        (judged(*STILL, HIGH, target="h"), Health.CRITICAL, Classification.TARGET_DRIFT),
        (judged(*STILL, MEDIUM, target="m"), Health.AT_RISK, Classification.TARGET_DRIFT),
        (judged(*STILL, lost=["gone"]), Health.CRITICAL, Classification.SCHEMA_CHANGE),
        (
            judged(*STILL, feature("e", Level.HIGH, 0.3, "missingness")),
            Health.AT_RISK,
            Classification.MISSING_DATA,
        ),
        (judged(), Health.AT_RISK, Classification.NOT_COMPARABLE),
        (judged(*STILL, has_rows=False), Health.AT_RISK, Classification.NOT_COMPARABLE),
    ],
)
def test_the_whole_follows_from_the_features(found, health, classification):
    assert (found.health, found.classification) == (health, classification)
    assert found.because


def test_the_score_is_the_mean_of_worst_and_average():
    assert judged(*STILL).score == 0
    assert judged(feature(), MEDIUM).score == pytest.approx((0.8 + 0.4) / 2)
    assert judged(HIGH, lost=["gone"]).score == 1
    assert judged().score is None


def test_what_is_not_counted_changes_nothing():
    moved = feature("time", Level.HIGH, 9.0, is_counted=False)
    assert judged(*STILL, moved) == judged(*STILL)
