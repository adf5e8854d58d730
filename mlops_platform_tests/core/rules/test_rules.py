"""What every rule promises, whichever claim it makes."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from mlops_platform.core.evidence import Answer, Outcome
from mlops_platform.core.registry import Rule, all_rules, rules_of
from mlops_platform.core.sections.dataset_health import DatasetHealthFacts
from mlops_platform.core.sections.deployment_readiness import DeploymentReadinessFacts
from mlops_platform.core.sections.evaluation_assessment import EvaluationAssessmentFacts
from mlops_platform.core.sections.mlops_readiness import MlopsReadinessFacts
from mlops_platform.core.sections.monitoring_health import MonitoringHealthFacts
from mlops_platform.core.sections.project_profile import ProjectKind, ProjectProfileFacts
from mlops_platform.core.sections.retraining_recommendation import RetrainingRecommendationFacts
from mlops_platform.core.sections.training_assessment import TrainingAssessmentFacts
from mlops_platform_tests.core.rules.cases import (
    data,
    deployment,
    evaluation,
    mlops,
    of_kind,
    profile,
    recommended,
    training,
    watched,
)
from mlops_platform_tests.core.rules.invented_facts import invented

FACTS = {
    "project_profile": (ProjectProfileFacts, profile),
    "dataset_health": (DatasetHealthFacts, data),
    "training_assessment": (TrainingAssessmentFacts, training),
    "evaluation_assessment": (EvaluationAssessmentFacts, evaluation),
    "mlops_readiness": (MlopsReadinessFacts, mlops),
    "deployment_readiness": (DeploymentReadinessFacts, deployment),
    "monitoring_health": (MonitoringHealthFacts, watched),
    "retraining_recommendation": (RetrainingRecommendationFacts, recommended),
}
ASSETS = sorted(FACTS)
KINDS = [kind.value for kind in ProjectKind]
LONGEST_CLAIM = 80
FEWEST = 15
# Its shelf is being filled.
FEWEST_OF = {"retraining_recommendation": 6}
FEWEST_IN_ALL = 50


def test_there_are_enough_of_them() -> None:
    assert all(len(rules_of(asset)) >= FEWEST_OF.get(asset, FEWEST) for asset in ASSETS)
    assert sum(len(rules_of(asset)) for asset in ASSETS) >= FEWEST_IN_ALL


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: f"{rule.asset}.{rule.name}")
def test_its_texts_are_sentences_and_it_has_a_test(rule: Rule) -> None:
    assert rule.claim.endswith(".")
    assert rule.claim.count(". ") == 0
    assert len(rule.claim) <= LONGEST_CLAIM
    assert rule.claim[:1].isupper()
    assert rule.why.endswith(".")
    assert rule.fix.endswith(".")
    assert rule.fix.count("`") % 2 == 0
    assert (Path(__file__).parent / rule.asset / f"test_{rule.name}.py").is_file()


def test_names_are_used_once() -> None:
    names = [rule.name for rule in all_rules()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("asset", ASSETS)
def test_nearly_empty_facts_get_an_answer_with_a_reason(asset: str, kind: str) -> None:
    _, build = FACTS[asset]
    _expect_answers(asset, build(**of_kind(kind)))


@pytest.mark.parametrize("asset", sorted(set(ASSETS) - {"project_profile"}))
def test_nothing_is_asked_of_what_is_not_machine_learning(asset: str) -> None:
    _, build = FACTS[asset]
    answers = [rule.answer(build(**of_kind("not_ml"))) for rule in rules_of(asset)]
    assert {answer.outcome for answer in answers} == {Outcome.NOT_APPLICABLE}


@pytest.mark.parametrize("asset", ASSETS)
@settings(max_examples=25, deadline=None)
@given(drawn=st.data())
def test_any_facts_get_an_answer_with_a_reason(asset: str, drawn: st.DataObject) -> None:
    model, _ = FACTS[asset]
    _expect_answers(asset, drawn.draw(invented(model)))


def _expect_answers(asset: str, facts: BaseModel) -> None:
    for rule in rules_of(asset):
        _expect_reason(rule, rule.answer(facts))


def _expect_reason(rule: Rule, answer: Answer) -> None:
    if answer.outcome is not Outcome.MET:
        assert answer.because.strip(), rule.name
        assert not answer.because.endswith("."), rule.name
        assert answer.because[:1] != " ", rule.name
