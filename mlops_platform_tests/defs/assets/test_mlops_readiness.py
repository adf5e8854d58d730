from mlops_platform.core.sections.mlops_readiness import MlopsReadinessFacts
from mlops_platform_tests.core.sample_facts import PROFILE_FACTS


def test_it_judges_its_part_of_the_profile(analyzed):
    section = analyzed.result.output_for_node("mlops_readiness")
    assert section.facts == MlopsReadinessFacts.of(PROFILE_FACTS)
    assert section.score is not None


def test_without_a_profile_it_says_why(unread):
    section = unread.result.output_for_node("mlops_readiness")
    assert section.facts is None
    assert section.failure == unread.result.output_for_node("project_profile").failure
