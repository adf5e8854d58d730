from mlops_platform.core.rules.mlops_readiness.model_card_exists import answer
from mlops_platform.core.sections.project_profile import Documentation
from mlops_platform_tests.core.rules.cases import (
    does,
    is_met,
    is_not_applicable,
    is_unmet,
    mlops,
    of_kind,
    seen,
)


def test_met_with_a_card() -> None:
    documentation = Documentation(model_card=seen("MODEL_CARD.md"))
    is_met(answer(mlops(documentation=documentation)), "MODEL_CARD.md")


def test_unmet_when_a_model_is_saved_without_one() -> None:
    is_unmet(answer(mlops(saved_models=(does("joblib.dump"),))), "no model card")


def test_not_applicable_without_a_model() -> None:
    is_not_applicable(answer(mlops()), "no model")


def test_not_applicable_to_a_library() -> None:
    is_not_applicable(answer(mlops(**of_kind("library"))), "library")
