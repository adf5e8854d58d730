from mlops_platform.core.rules.project_profile.declared_frameworks_are_used import answer
from mlops_platform_tests.core.rules.cases import (
    TRAIN,
    declared,
    does,
    is_met,
    is_not_applicable,
    is_partly_met,
    is_unknown,
    is_unmet,
    of_kind,
    profile,
    used,
)


def test_met_when_every_framework_is_imported() -> None:
    is_met(answer(profile(frameworks=(used("scikit-learn"),))))


def test_partly_met_by_the_share() -> None:
    facts = profile(frameworks=(used("scikit-learn"),), declared_only=(declared("tensorflow"),))
    is_partly_met(answer(facts), 0.5, "tensorflow")


def test_unmet_when_none_is_imported() -> None:
    is_unmet(answer(profile(declared_only=(declared("tensorflow"),))), at=["requirements.txt:1"])


def test_not_applicable_without_frameworks() -> None:
    is_not_applicable(answer(profile()), "no machine-learning framework")


def test_not_applicable_outside_machine_learning() -> None:
    is_not_applicable(answer(profile(**of_kind("not_ml"))), "not a machine-learning")


def test_unknown_where_a_stored_model_may_need_them() -> None:
    found = (does("pickle.load", "api.py", 3),)
    facts = profile(declared_only=(declared("xgboost"),), loaded_models=found)
    is_unknown(answer(facts), "may need xgboost")
    is_unmet(answer(facts.model_copy(update={"training_entry_points": (TRAIN,)})))


def test_unknown_where_another_framework_may_start_them() -> None:
    idle = (declared("lightgbm"), declared("xgboost"))
    facts = profile(frameworks=(used("pycaret"),), declared_only=idle)
    is_unknown(answer(facts), "pycaret may start lightgbm and xgboost")
    is_partly_met(answer(profile(frameworks=(used("spacy"),), declared_only=idle)), 1 / 3)
