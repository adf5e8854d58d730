"""Results that every format is tried on."""

from mlops_platform.core.drift.kind import Kind
from mlops_platform.core.drift.result import (
    Bin,
    Classification,
    DriftResult,
    FeatureDrift,
    Health,
    Histogram,
    Level,
    Measure,
)

HOSTILE = "<script>alert(1)</script>|\x1b[31m[x](http://evil.example)"


def a_feature(name="age", level=Level.HIGH, **fields) -> FeatureDrift:
    found = Measure(test="psi", value=0.5, noise_floor=0.1, medium=0.1, high=0.25, level=level)
    bins = (
        Bin(label="category 1", reference_share=0.25, current_share=0.75),
        Bin(label="missing", reference_share=0.75, current_share=0.25),
    )
    start = {
        "name": name,
        "kind": Kind.NUMBER,
        "level": level,
        "is_counted": True,
        "reference_missing": 0,
        "current_missing": 3,
        "measures": (found,),
        "bins": bins,
    }
    return FeatureDrift(**start | fields)


def a_histogram() -> Histogram:
    return Histogram(low=0, high=1, reference_shares=(0.5, 0.5), current_shares=(0.1, 0.9))


def a_result(*features: FeatureDrift, **fields) -> DriftResult:
    start = {
        "reference": "reference.csv",
        "current": "current.csv",
        "reference_rows": 1000,
        "current_rows": 900,
        "target": None,
        "overall_drift_score": 0.75,
        "health": Health.AT_RISK,
        "classification": Classification.FEATURE_DRIFT,
        "because": "1 of 2 features drifted",
        "features_compared": len(features),
        "features_drifted": 1,
        "only_in_reference": (),
        "only_in_current": (),
        "features": features,
    }
    return DriftResult(**start | fields)


def a_full_result() -> DriftResult:
    return a_result(
        a_feature("still", Level.NONE),
        a_feature("age", histogram=a_histogram()),
        a_feature("day", is_counted=False, notes=("not counted: time moves on by itself",)),
        a_feature(HOSTILE, notes=(HOSTILE,)),
        a_feature("retyped", measures=(), bins=()),
        only_in_reference=("gone", HOSTILE),
        only_in_current=("new",),
    )
