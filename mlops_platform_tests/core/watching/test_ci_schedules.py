import pytest

from mlops_platform.core.watching.ci_schedules import ci_probes, ci_schedules
from mlops_platform_tests.core.rules.cases import workflow


def test_a_timed_pipeline_that_starts_the_projects_own_work():
    (place,) = ci_schedules([workflow("pip install .", "python retrain.py", triggers=["schedule"])])
    assert (place.name, place.evidence.line) == ("github_actions schedule", 2)


def test_a_timed_pipeline_that_starts_a_module_of_the_project():
    assert ci_schedules([workflow("cd app && python -m shop.jobs.score", triggers=["schedule"])])


@pytest.mark.parametrize(
    ("command", "triggers"),
    [
        ("python -m http.server", ("schedule",)),
        ("python -m nltk.downloader punkt", ("schedule",)),
        ("python -m shop.tests.run", ("schedule",)),
        ("python retrain.py", ("push",)),
        ("python export.py", ("push", "schedule")),
        ("python -m pytest", ("schedule",)),
        ("python tests/run.py", ("schedule",)),
        ("python setup.py sdist", ("schedule",)),
        ("echo python retrain.py", ("schedule",)),
    ],
)
def test_checks_of_the_code_are_no_work_by_the_clock(command, triggers):
    assert ci_schedules([workflow(command, triggers=triggers)]) == ()


def test_a_data_pipeline_counts():
    assert ci_schedules([workflow("dvc repro", triggers=("schedule", "workflow_dispatch"))])


def test_a_timed_pipeline_that_asks_for_the_health():
    asking = "curl -fsSL https://shop.example.org/health || echo failed"
    (place,) = ci_probes([workflow(asking, triggers=["schedule"])])
    assert (place.name, place.evidence.line) == ("github_actions probe", 1)
    assert ci_probes([workflow(asking, triggers=["push"])]) == ()
    page = workflow("curl -fsSL https://shop.example.org/", triggers=["schedule"])
    assert ci_probes([page]) == ()
