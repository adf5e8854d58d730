import dagster as dg

from mlops_platform_tests.core.sample_facts import PROFILE_FACTS
from mlops_platform_tests.defs.drawn_platform import CHECKOUT, draw_platform, run
from mlops_platform_tests.fakes.isolation import GivenFacts


def test_it_gathers_from_the_profiled_revision(analyzed):
    asked = ("training_assessment", CHECKOUT, (PROFILE_FACTS,))
    assert asked in analyzed.platform.isolation.asked
    section = analyzed.result.output_for_node("training_assessment")
    assert section.facts is not None
    assert section.revision == CHECKOUT.revision


def test_its_own_failed_reading_leaves_the_profile_standing():
    platform = draw_platform(GivenFacts(project_profile=PROFILE_FACTS))
    with dg.DagsterInstance.ephemeral() as instance:
        result = run(platform, instance, "project_profile", "training_assessment")
    assert result.output_for_node("project_profile").facts == PROFILE_FACTS
    assert result.output_for_node("training_assessment").facts is None
