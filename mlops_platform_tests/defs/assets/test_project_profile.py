import dagster as dg
import pytest

from mlops_platform.core.errors import UnreachableRepositoryError
from mlops_platform_tests.core.sample_facts import PROFILE_FACTS
from mlops_platform_tests.defs.drawn_platform import CHECKOUT, KEY, draw_platform, run
from mlops_platform_tests.fakes.isolation import GivenFacts


def test_it_fetches_the_partition_and_gathers_in_isolation():
    platform = draw_platform()
    with dg.DagsterInstance.ephemeral() as instance:
        profile = run(platform, instance, "project_profile").output_for_node("project_profile")
    assert platform.checkouts.asked == [(KEY, None)]
    assert platform.isolation.asked == [("project_profile", CHECKOUT, ())]
    assert profile.facts == PROFILE_FACTS
    assert profile.revision == CHECKOUT.revision


def test_a_ref_is_passed_on():
    platform = draw_platform()
    with dg.DagsterInstance.ephemeral() as instance:
        run(platform, instance, "project_profile", ref="v1.2")
    assert platform.checkouts.asked == [(KEY, "v1.2")]


def test_a_failed_reading_becomes_a_section_with_its_reason():
    with dg.DagsterInstance.ephemeral() as instance:
        result = run(draw_platform(GivenFacts()), instance, "project_profile")
    profile = result.output_for_node("project_profile")
    assert profile.facts is None
    assert profile.failure == "reading src/train.py killed the reader"
    assert profile.score is None
    assert profile.coverage == 0


def test_a_repository_that_cannot_be_reached_fails_the_run():
    with dg.DagsterInstance.ephemeral() as instance, pytest.raises(UnreachableRepositoryError):
        run(draw_platform(), instance, "project_profile", key="github.com/acme/absent")
