import pytest

from mlops_platform.core.profiling.needed_frameworks import idle_frameworks
from mlops_platform_tests.core.rules.cases import declared, used


def test_what_nothing_uses_is_idle():
    assert idle_frameworks([used("xgboost"), declared("pytorch")]) == (declared("pytorch"),)


@pytest.mark.parametrize("name", ["darts", "transformers", "timm"])
def test_what_another_framework_runs_on_is_not(name):
    assert idle_frameworks([used(name), declared("pytorch")]) == ()


def test_what_is_only_declared_needs_nothing():
    both = (declared("darts"), declared("pytorch"))
    assert idle_frameworks(both) == both
