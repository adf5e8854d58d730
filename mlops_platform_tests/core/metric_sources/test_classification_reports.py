import pytest

from mlops_platform.core.metric_sources import classification_reports
from mlops_platform_tests.core.metric_sources.sources import said, stated

REPORT = """
              precision    recall  f1-score   support

  class one       0.91      0.96      0.94        53
           1       0.98      0.94      0.96        90

    accuracy                           0.95       143
   macro avg       0.94      0.95      0.93       143
weighted avg       0.96      0.97      0.98       143
"""


def test_accuracy_and_averages_but_no_single_class():
    assert stated(classification_reports, REPORT) == [
        ("accuracy", 0.95),
        ("macro precision", 0.94),
        ("macro recall", 0.95),
        ("macro f1", 0.93),
        ("weighted precision", 0.96),
        ("weighted recall", 0.97),
        ("weighted f1", 0.98),
    ]


def test_the_title_above_names_its_model_and_its_split():
    found = said(classification_reports, f"Random Forest Test Report:\n{REPORT}")
    assert {(one.qualifier, one.split) for one in found} == {("Random Forest", "test")}


def test_the_average_of_old_versions_is_the_weighted_one():
    text = "             precision    recall  f1-score   support\n\navg / total   0.5  0.6  0.7  10"
    assert stated(classification_reports, text)[0] == ("weighted precision", 0.5)


@pytest.mark.parametrize(
    "text",
    [
        "    accuracy                           0.95       143",
        "macro avg 0.94 0.95 0.93 143",
        "precision recall f1-score support\nThe accuracy 0.5 of 3 models",
    ],
)
def test_rows_without_their_header_state_nothing(text):
    assert stated(classification_reports, text) == []


def test_a_report_that_a_notebook_shows_as_its_literal():
    assert stated(classification_reports, repr(REPORT)) == stated(classification_reports, REPORT)
