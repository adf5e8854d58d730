import pytest

from mlops_platform.core.render import UnknownFormatError, find_format, formats, render
from mlops_platform_tests.core.formats.hostile import hostile_report
from mlops_platform_tests.core.samples import not_ml_report, sample_report, unread_report

REPORTS = (sample_report, not_ml_report, unread_report, hostile_report)


def test_the_formats_of_the_design_are_on_the_shelf():
    assert {"html", "markdown", "json", "sarif", "badge", "terminal"} <= set(formats())


@pytest.mark.parametrize("name", formats())
def test_a_format_has_the_shape_of_its_siblings(name: str):
    module = find_format(name)
    assert "/" in module.MEDIA_TYPE
    assert module.SUFFIX.startswith(".")


@pytest.mark.parametrize("name", formats())
@pytest.mark.parametrize("report", REPORTS)
def test_the_same_report_gives_the_same_bytes(name: str, report):
    first, second = render(report(), name), render(report(), name)
    assert first.encode() == second.encode()
    assert first.endswith("\n")


@pytest.mark.parametrize("name", formats())
def test_a_report_that_was_stored_renders_as_before(name: str):
    report = sample_report()
    stored = type(report).model_validate_json(render(report, "json"))
    assert render(stored, name) == render(report, name)


def test_an_unknown_format_is_refused_with_the_choice():
    with pytest.raises(UnknownFormatError, match=r"no format 'pdf'; choose one of badge, html"):
        render(sample_report(), "pdf")
