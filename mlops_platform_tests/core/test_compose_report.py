from dataclasses import replace

from mlops_platform.core.compare_reports import compare_reports
from mlops_platform.core.compose_report import compose_report
from mlops_platform.core.interpret import interpret
from mlops_platform_tests.core.samples import sample_report
from mlops_platform_tests.fakes.language_model import SpeakingModel

NEWER = "b" * 40


def test_changes_of_the_same_commit_stand_in_the_report():
    old = sample_report()
    revision = replace(old.revision, commit=NEWER)
    report = old.model_copy(update={"revision": revision, "readiness_score": 9.0})
    changes = compare_reports(report, compare_reports(old, None))
    assert changes.changes is not None
    assert compose_report(report, changes).changes == changes.changes
    assert compose_report(old, changes) == old


def test_a_report_without_a_former_one_stays_as_it_is():
    report = sample_report()
    assert compose_report(report, None) == report
    assert compose_report(report, compare_reports(report, None)) == report


def test_words_stand_beside_what_they_were_made_of_and_beside_nothing_else():
    report = sample_report()
    said = interpret(report, None, SpeakingModel(), 100_000).section
    told = compose_report(report, None, said)
    words = {each.asset: each for each in said.words}
    assert told.language_model == "fake/parrot"
    assert told.interpretation == words["readiness_report"]
    for asset, section in told.sections.by_asset().items():
        assert section.interpretation == words[asset]
    assert compose_report(told, None, said) == told
    other = report.model_copy(update={"coverage": 0.5})
    assert compose_report(other, None, said) == other
