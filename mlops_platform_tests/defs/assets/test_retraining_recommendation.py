import dagster as dg

from mlops_platform.core.catalog_entry import CatalogEntry
from mlops_platform_tests.core.executions import recorded
from mlops_platform_tests.core.sample_facts import PROFILE_FACTS
from mlops_platform_tests.defs.drawn_platform import CHECKOUT, draw_platform, given_facts, run
from mlops_platform_tests.fakes.isolation import GivenFacts


def test_it_rests_on_monitoring_and_evaluation():
    platform = draw_platform(given_facts())
    platform.catalog.declared = (
        CatalogEntry(repository=CHECKOUT.revision.repository, reference="a.csv", current="b.csv"),
    )
    with dg.DagsterInstance.ephemeral() as instance:
        result = run(platform, instance)
    facts = result.output_for_node("retraining_recommendation").facts
    assert facts.is_asked
    assert facts.urgency == "immediate"
    assert [trigger.name for trigger in facts.triggers][:1] == ["psi_is_high"]


def test_a_metric_that_declined_in_the_recorded_runs_asks_for_a_training():
    platform = draw_platform(given_facts())
    key = CHECKOUT.revision.repository
    platform.experiments.stored = [
        recorded(f"r{n}", {"accuracy": value}, minute=n, repository=key)
        for n, value in enumerate((0.9, 0.9, 0.7))
    ]
    with dg.DagsterInstance.ephemeral() as instance:
        result = run(platform, instance)
    triggers = result.output_for_node("retraining_recommendation").facts.triggers
    assert ("metric_declined", "immediate") in [(each.name, each.urgency) for each in triggers]


def test_what_could_not_be_read_is_not_guessed():
    platform = draw_platform(GivenFacts(project_profile=PROFILE_FACTS))
    with dg.DagsterInstance.ephemeral() as instance:
        result = run(platform, instance)
    section = result.output_for_node("retraining_recommendation")
    assert section.facts is None
    assert "killed the reader" in section.failure
