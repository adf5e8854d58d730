"""What comes back from a registry is believed only where it can be a profile."""

import pytest
from pydantic import ValidationError

from mlops_platform.core.drift.training_profile import TrainingProfile

ORDERED = {"rows": 90, "points": (1.0, 2.0), "at_or_below": (30, 60), "tenths": (1.0,)}
HASHED = {"salt": 0, "rows": 90, "buckets": ((3, 40), (9, 50))}
COLUMN = {"name": "x", "kind": "number", "type": "Float64", "missing": 10}


def profile(**known):
    given = {"table": "data.csv", "sha256": "", "rows": 100, "columns": ({**COLUMN, **known},)}
    return TrainingProfile.model_validate(given)


def test_a_profile_is_one():
    assert profile(numbers=ORDERED, categories=HASHED).rows == 100


@pytest.mark.parametrize(
    "known",
    [
        {"missing": 101},
        {"numbers": {**ORDERED, "rows": 101}},
        {"numbers": {**ORDERED, "points": (2.0, 1.0)}},
        {"numbers": {**ORDERED, "points": (1.0, 1.0)}},
        {"numbers": {**ORDERED, "points": (1.0, float("inf"))}},
        {"numbers": {**ORDERED, "points": (1.0,)}},
        {"numbers": {**ORDERED, "at_or_below": (60, 30)}},
        {"numbers": {**ORDERED, "at_or_below": (60, 91)}},
        {"numbers": {**ORDERED, "at_or_below": (-1, 60)}},
        {"numbers": {**ORDERED, "tenths": (1.5,)}},
        {"categories": {**HASHED, "rows": 91}},
        {"categories": {**HASHED, "rows": 101, "buckets": ((3, 101),)}},
        {"categories": {**HASHED, "buckets": ((3, -10), (9, 100))}},
        {"categories": {**HASHED, "buckets": ((9, 50), (3, 40))}},
        {"categories": {**HASHED, "buckets": ((3, 40), (512, 50))}},
        {"kind": "picture"},
        {"more": 1},
    ],
)
def test_what_cannot_be_counts_is_refused(known):
    with pytest.raises(ValidationError):
        profile(**known)
