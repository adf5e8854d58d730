import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, ValidationError

from mlops_platform.core.pages.report_schema import report_schema
from mlops_platform.core.render import render
from mlops_platform_tests.core.formats.hostile import hostile_report
from mlops_platform_tests.core.samples import (
    interpreted_report,
    not_ml_report,
    sample_report,
    unread_report,
)

PAGE = Path(__file__).parents[3] / "docs" / "report.schema.json"
REPORTS = (sample_report, not_ml_report, unread_report, interpreted_report, hostile_report)


def test_the_committed_schema_is_the_generated_one():
    assert PAGE.read_text() == report_schema(), "run `make docs` and commit the result"


def test_the_schema_is_one():
    Draft202012Validator.check_schema(json.loads(report_schema()))


@pytest.mark.parametrize("report", REPORTS)
def test_a_report_in_json_fits_the_schema(report):
    validator().validate(json.loads(render(report(), "json")))


def test_another_document_does_not_fit():
    document = json.loads(render(sample_report(), "json"))
    del document["sections"]["mlops_readiness"]["findings"][0]["claim"]
    with pytest.raises(ValidationError, match="'claim' is a required property"):
        validator().validate(document)
    document = json.loads(render(sample_report(), "json")) | {"readiness_score": "5.5"}
    with pytest.raises(ValidationError):
        validator().validate(document)


def validator() -> Draft202012Validator:
    return Draft202012Validator(json.loads(report_schema()))
