from dataclasses import replace

from mlops_platform.core.compare_reports import compare_reports
from mlops_platform.defs.section_metadata import metadata_of
from mlops_platform_tests.core.samples import sample_report


def test_a_first_report_shows_its_revision_alone():
    shown = metadata_of(compare_reports(sample_report(), None))
    assert "commit" in shown
    assert "findings" not in shown


def test_scores_and_findings_that_differ_are_rows():
    old = sample_report()
    section = old.sections.mlops_readiness
    first, *rest = section.findings
    findings = (first.model_copy(update={"outcome": "unknown"}), *rest)
    newer = old.model_copy(
        update={
            "revision": replace(old.revision, commit="b" * 40),
            "readiness_score": 9.5,
            "sections": old.sections.model_copy(
                update={"mlops_readiness": section.model_copy(update={"findings": findings})}
            ),
        }
    )
    shown = metadata_of(compare_reports(newer, compare_reports(old, None)))
    assert shown["since"].value == old.revision.commit
    assert [row.data["Now"] for row in shown["scores"].records] == ["9.5"]
    (row,) = shown["findings"].records
    assert (row.data["Claim"], row.data["Now"]) == (first.claim, "unknown")
