import dagster as dg

from mlops_platform.core.catalog_entry import CatalogEntry
from mlops_platform_tests.core.sample_facts import PROFILE_FACTS
from mlops_platform_tests.defs.drawn_platform import CHECKOUT, KEY, draw_platform, run
from mlops_platform_tests.fakes.isolation import GivenFacts


def test_it_gathers_from_the_profiled_revision(analyzed):
    asked = ("dataset_health", CHECKOUT, (PROFILE_FACTS, CatalogEntry(repository=KEY)))
    assert asked in analyzed.platform.isolation.asked
    section = analyzed.result.output_for_node("dataset_health")
    assert section.facts is not None
    assert section.revision == CHECKOUT.revision


def test_it_hears_of_the_target_in_the_catalog():
    platform = draw_platform()
    entry = CatalogEntry(repository=KEY, target="churned")
    platform.catalog.declared = (entry,)
    with dg.DagsterInstance.ephemeral() as instance:
        run(platform, instance, "project_profile", "dataset_health")
    assert ("dataset_health", CHECKOUT, (PROFILE_FACTS, entry)) in platform.isolation.asked


def test_its_own_failed_reading_leaves_the_profile_standing():
    platform = draw_platform(GivenFacts(project_profile=PROFILE_FACTS))
    with dg.DagsterInstance.ephemeral() as instance:
        result = run(platform, instance, "project_profile", "dataset_health")
    assert result.output_for_node("project_profile").facts == PROFILE_FACTS
    assert result.output_for_node("dataset_health").facts is None
