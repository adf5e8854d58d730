import pytest

from mlops_platform.adapters.language_model.request_form import RequestForm, adapted

NEW = RequestForm(length="max_completion_tokens")
UNSUPPORTED = "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead."


def test_a_refused_length_is_asked_for_by_its_newer_name_once():
    assert adapted(RequestForm(), UNSUPPORTED) == NEW
    assert adapted(NEW, UNSUPPORTED) is None


def test_a_refused_temperature_is_left_out_once():
    complaint = "'temperature' does not support 0 with this model"
    bare = NEW._replace(has_temperature=False)
    assert adapted(NEW, complaint) == bare
    assert adapted(bare, complaint) is None


@pytest.mark.parametrize("complaint", ["", "the prompt is too long", "max_completion_tokens"])
def test_another_complaint_changes_nothing(complaint):
    assert adapted(RequestForm(has_temperature=False), complaint) is None
