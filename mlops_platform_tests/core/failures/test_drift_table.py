"""Tests of what is known of libraries that moved on."""

import re

import pytest
from packaging.requirements import Requirement

from mlops_platform.core.failures.drift_table import Drift, drifts, known_drift
from mlops_platform_tests.core.failures.failing import printed, ran


@pytest.mark.parametrize("drift", drifts(), ids=lambda each: each.message.pattern[:40])
def test_every_line_says_what_to_change(drift: Drift) -> None:
    assert drift.bounds or drift.switch or drift.python
    for bound in drift.bounds:
        assert [each.operator for each in Requirement(bound).specifier] == ["<"]


@pytest.mark.parametrize("drift", drifts(), ids=lambda each: each.message.pattern[:40])
def test_no_pattern_repeats_without_end(drift: Drift) -> None:
    assert not re.search(r"(?<!\\)[*+](?!\])", drift.message.pattern)


@pytest.mark.parametrize("log", ["own_key", "one_class", "data_pd", "cuda", "net_req", "mod_pkg"])
def test_other_failures_are_not_known(log: str) -> None:
    assert known_drift(ran(printed(log)).failure) is None
