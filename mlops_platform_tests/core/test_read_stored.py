from mlops_platform.core.read_stored import read_stored
from mlops_platform.core.sections.readiness_report import ReadinessReport
from mlops_platform_tests.core.samples import sample_report


def test_a_stored_report_is_read():
    report = sample_report()
    assert read_stored(ReadinessReport, report.model_dump_json()) == report


def test_no_report_and_one_of_another_version_are_none():
    assert read_stored(ReadinessReport, None) is None
    assert read_stored(ReadinessReport, "") is None
    other = sample_report().model_dump_json().replace('"schema_version":1', '"schema_version":0')
    assert read_stored(ReadinessReport, other) is None
