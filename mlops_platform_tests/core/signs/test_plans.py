from mlops_platform.core.sections.retraining_recommendation import Action, Plan
from mlops_platform.core.signs.plans import MOST_FEATURES, plan_for
from mlops_platform_tests.core.rules.cases import moved, observed, related
from mlops_platform_tests.core.triggers.situations import situation

DRIFT = observed(
    moved("b", "medium"), moved("a", "high"), moved("c"), moved("y", "high"), target="y"
)


def test_doing_nothing_takes_nothing():
    assert plan_for(Action.DO_NOTHING, situation(DRIFT)) == Plan()


def test_drifted_features_are_reviewed_strongest_first_without_the_target():
    assert plan_for(Action.WATCH, situation(DRIFT)).features_to_review == ("a", "b")
    many = observed(*(moved(f"x{n}", "high") for n in range(50)))
    assert len(plan_for(Action.RETRAIN, situation(many)).features_to_review) == MOST_FEATURES


def test_data_to_train_on_follow_the_relation():
    both = plan_for(Action.RETRAIN, situation(DRIFT)).dataset
    assert "`2024-05.csv` and `2024-06.csv` together" in both
    broken = DRIFT.model_copy(update={"relation": related(0.4, "high")})
    assert "no longer holds" in plan_for(Action.RETRAIN, situation(broken)).dataset


def test_repairs_name_what_is_broken():
    lost = observed(moved(), only_in_reference=("income",))
    plan = plan_for(Action.FIX_DATA, situation(lost))
    assert "restore `income`" in plan.dataset
    assert plan.promotion == ()
    assert len(plan.evaluation) == 1


def test_a_new_model_has_criteria_and_the_evaluation_is_mended_first():
    weak = ("Test rows are new",)
    plan = plan_for(Action.RETRAIN, situation(DRIFT, weak_evaluation=weak))
    assert plan.evaluation[0] == "first mend the evaluation: Test rows are new"
    assert any("every class" in step for step in plan.evaluation)
    assert plan.promotion


def test_labels_come_before_anything_is_trained():
    assert "385 rows" in plan_for(Action.COLLECT_LABELS, situation(DRIFT)).dataset


def test_without_a_comparison_there_is_still_a_plan():
    assert "newest labelled rows" in plan_for(Action.RETRAIN, situation()).dataset
    assert "catalog" in plan_for(Action.WATCH, situation()).dataset
