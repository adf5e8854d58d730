import dagster as dg

from mlops_platform.core.catalog_entry import CatalogEntry
from mlops_platform_tests.core.sample_facts import DRIFT, PROFILE_FACTS
from mlops_platform_tests.defs.drawn_platform import CHECKOUT, draw_platform, given_facts, run
from mlops_platform_tests.fakes.isolation import GivenFacts


def test_it_gathers_from_the_profiled_revision(analyzed):
    asked = ("monitoring_health", CHECKOUT, (PROFILE_FACTS,))
    assert asked in analyzed.platform.isolation.asked
    section = analyzed.result.output_for_node("monitoring_health")
    assert section.facts is not None
    assert section.revision == CHECKOUT.revision


def test_it_compares_what_the_catalog_declares():
    platform = draw_platform(given_facts())
    entry = CatalogEntry(
        repository=CHECKOUT.revision.repository, reference="a.csv", current="/srv/b.csv"
    )
    platform.catalog.declared = (entry,)
    with dg.DagsterInstance.ephemeral() as instance:
        result = run(platform, instance)
    facts = result.output_for_node("monitoring_health").facts
    assert facts.is_declared
    assert facts.drift == DRIFT
    assert platform.isolation.may_read["drift"] == entry.files


def test_its_own_failed_reading_leaves_the_profile_standing():
    platform = draw_platform(GivenFacts(project_profile=PROFILE_FACTS))
    with dg.DagsterInstance.ephemeral() as instance:
        result = run(platform, instance)
    assert result.output_for_node("project_profile").facts == PROFILE_FACTS
    assert result.output_for_node("monitoring_health").facts is None
