import pytest

from mlops_platform.core.assess import assess, assess_failure
from mlops_platform.core.errors import GatheringFailedError
from mlops_platform.core.evidence import Outcome
from mlops_platform.core.metric_history import RecordedMetrics
from mlops_platform.core.sections.evaluation_assessment import EvaluationAssessment
from mlops_platform.core.sections.monitoring_health import MonitoringHealth
from mlops_platform.core.survey_situation import survey_situation
from mlops_platform_tests.core.rules.cases import evaluation, moved, observed, watched
from mlops_platform_tests.core.samples import REVISION
from mlops_platform_tests.core.triggers.situations import history


def sections(**known):
    monitoring = assess(MonitoringHealth, REVISION, watched(**known))
    return monitoring, assess(EvaluationAssessment, REVISION, evaluation())


def test_what_the_sections_know_is_taken_over():
    drift = observed(moved())
    monitoring, judged = sections(drift=drift, is_declared=True)
    found = survey_situation(monitoring, judged, RecordedMetrics((history(0.8, 0.7),)))
    assert (found.drift, found.is_operated, found.is_declared) == (drift, True, True)
    assert (found.monitoring_score, found.evaluation_score) == (monitoring.score, judged.score)
    assert len(found.metrics) == 1


def test_claims_that_a_reviewer_would_block_are_named():
    monitoring, judged = sections()
    finding = judged.findings[0].model_copy(
        update={"outcome": Outcome.UNMET, "weight": 3, "claim": "Rows are new."}
    )
    weak = judged.model_copy(update={"findings": (finding,)})
    assert survey_situation(monitoring, weak).weak_evaluation == ("Rows are new",)


def test_nothing_is_recommended_of_what_could_not_be_read():
    failed = assess_failure(MonitoringHealth, REVISION, "the reader was killed")
    with pytest.raises(GatheringFailedError, match="the reader was killed"):
        survey_situation(failed, sections()[1])
