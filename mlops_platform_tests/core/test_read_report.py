from mlops_platform.core.read_report import read_report
from mlops_platform_tests.core.samples import sample_report


def test_a_stored_report_is_read():
    report = sample_report()
    assert read_report(report.model_dump_json()) == report


def test_no_report_and_one_of_another_version_are_none():
    assert read_report(None) is None
    assert read_report("") is None
    other = sample_report().model_dump_json().replace('"schema_version":1', '"schema_version":0')
    assert read_report(other) is None
