import pytest

from mlops_platform.core.errors import RefusedRepositoryError, UnreachableRepositoryError
from mlops_platform.defs.analyze_in_process import Analysis, analyze_in_process
from mlops_platform.defs.embedded_instance import open_instance
from mlops_platform.defs.partitions import REPOSITORY_SET
from mlops_platform.defs.run_in_process import Progress
from mlops_platform_tests.defs.drawn_platform import KEY, draw_platform
from mlops_platform_tests.fakes.isolation import GivenFacts


def test_it_returns_the_report_and_prints_nothing(capfd):
    platform = draw_platform()
    report = analyze_in_process(platform.definitions, Analysis(KEY, "main"))
    assert report.repository == KEY
    assert report.readiness_score is not None
    assert platform.checkouts.asked == [(KEY, "main")]
    assert capfd.readouterr() == ("", "")


def test_the_run_is_seen_in_the_embedded_instance():
    analyze_in_process(draw_platform().definitions, Analysis(KEY))
    with open_instance() as instance:
        (run,) = instance.get_runs()
        assert run.is_success
        assert run.tags["dagster/partition"] == KEY
        assert list(instance.get_dynamic_partitions(REPOSITORY_SET)) == [KEY]


def test_every_step_is_announced_and_counted():
    heard: list[Progress] = []
    analyze_in_process(draw_platform().definitions, Analysis(KEY), heard.append)
    assert {p.step for p in heard} >= {"project_profile", "readiness_report", "portfolio_overview"}
    assert heard[0] == Progress("project_profile", 0, heard[0].total)
    assert heard[-1].done == heard[-1].total
    assert [p.done for p in heard] == sorted(p.done for p in heard)


def test_a_repository_that_cannot_be_reached_is_one_sentence(capfd):
    with pytest.raises(UnreachableRepositoryError, match="could not be reached"):
        analyze_in_process(draw_platform().definitions, Analysis("github.com/acme/absent"))
    assert capfd.readouterr() == ("", "")
    with open_instance() as instance:
        (run,) = instance.get_runs()
        assert run.is_failure


def test_a_refused_address_starts_no_run():
    with pytest.raises(RefusedRepositoryError):
        analyze_in_process(draw_platform().definitions, Analysis("../../etc/passwd"))
    with open_instance() as instance:
        assert instance.get_runs() == []


def test_facts_that_cannot_be_gathered_end_in_a_report():
    report = analyze_in_process(draw_platform(GivenFacts()).definitions, Analysis(KEY))
    assert report.readiness_score is None
    assert "killed the reader" in report.verdict
