from mlops_platform.core.rules.monitoring_health.alerts_are_defined import answer
from mlops_platform_tests.core.rules.cases import (
    does,
    is_met,
    is_not_applicable,
    is_unknown,
    is_unmet,
    used,
    watched,
)


def test_met():
    facts = watched(alerts=(does("Prometheus rule", "here.yml", 4),))
    is_met(answer(facts), "here.yml:4")


def test_unmet():
    is_unmet(
        answer(watched()),
        "defines an alert",
        at=["app.py:3"],
    )


def test_a_collection_is_not_blamed():
    is_not_applicable(answer(watched(kind="many_projects")), "many separate projects")


def test_not_applicable_where_nothing_serves():
    is_not_applicable(answer(watched(services=())), "ships no service")


def test_not_applicable_to_a_library():
    is_not_applicable(answer(watched(kind="library")), "library")


def test_unknown_on_a_managed_platform():
    is_unknown(answer(watched(serving=(used("sagemaker"),))), "raise alerts")
