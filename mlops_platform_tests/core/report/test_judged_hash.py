from mlops_platform.core.report.canonical_json import canonical_json
from mlops_platform.core.report.judged_hash import judged_hash
from mlops_platform.core.sections.readiness_report import ReadinessReport
from mlops_platform_tests.core.samples import sample_report


def with_because(because: str) -> ReadinessReport:
    report = sample_report()
    section = report.sections.mlops_readiness
    first = section.findings[0].model_copy(update={"because": because})
    section = section.model_copy(update={"findings": (first, *section.findings[1:])})
    sections = report.sections.model_copy(update={"mlops_readiness": section})
    return report.model_copy(update={"sections": sections})


def test_a_stored_report_has_the_hash_of_the_new_one():
    for report in (sample_report(), with_because("a\x00b\udcffc")):
        stored = canonical_json(report.model_dump(mode="json"))
        assert judged_hash(ReadinessReport.model_validate_json(stored)) == judged_hash(report)


def test_another_finding_has_another_hash():
    assert judged_hash(with_because("x")) != judged_hash(sample_report())
    assert judged_hash(with_because("x")) == judged_hash(with_because("x"))


def test_what_is_added_on_delivery_does_not_count():
    report = sample_report()
    told = report.model_copy(update={"language_model": "fake/parrot"})
    assert judged_hash(told) == judged_hash(report)
