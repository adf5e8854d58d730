import pytest

from mlops_platform.core.answers.by_practice import (
    answer_by_absence,
    answer_by_habit,
    answer_by_share,
)
from mlops_platform.core.evidence import Sighting
from mlops_platform_tests.core.rules.cases import (
    is_met,
    is_not_applicable,
    is_partly_met,
    is_unknown,
    is_unmet,
    of_kind,
    seen,
    training,
)

RULE = "somewhere.steps_are_small"


def sighted(line, *, is_sound, practice="steps_are_small"):
    place = seen("train.py", line, "" if is_sound else "too large")
    return Sighting(practice=practice, name="step", is_sound=is_sound, evidence=place)


GOOD, BAD = sighted(3, is_sound=True), sighted(7, is_sound=False)
OTHER = sighted(9, is_sound=False, practice="rows_are_many")


def trained(*sightings, **known):
    return training(training_files=("train.py",), sightings=sightings, **known)


def share(facts):
    return answer_by_share(facts, RULE, "steps are large", "step", "nothing steps")


def habit(facts):
    return answer_by_habit(facts, RULE, "steps are large", "step", "nothing steps")


def absence(facts):
    return answer_by_absence(facts, RULE, "steps are large", "step")


def test_all_sound_is_met_where_it_was_sighted():
    is_met(share(trained(GOOD, OTHER)), "train.py:3")
    assert share(trained(GOOD)).evidence[0].note == "step"


def test_some_are_a_share_and_cite_the_faults_only():
    answer = share(trained(GOOD, BAD))
    is_partly_met(answer, 0.5, "steps are large: 1 of 2 steps")
    assert [each.line for each in answer.evidence] == [7]


def test_none_is_unmet():
    is_unmet(share(trained(BAD)), "steps are large: 1 of 1 step", at=["train.py:7"])


def test_nothing_sighted_is_not_applicable_to_a_share_and_met_by_absence():
    is_not_applicable(share(trained(OTHER)), "nothing steps")
    is_met(absence(trained(OTHER)))


def test_one_fault_breaks_an_absence():
    is_unmet(absence(trained(GOOD, BAD)), "steps are large: 1 step", at=["train.py:7"])


@pytest.mark.parametrize("kind", ["many_projects", "template", "notebooks_only"])
def test_a_collection_is_not_blamed_for_what_it_leaves_out_but_for_mistakes(kind):
    is_not_applicable(habit(trained(BAD, **of_kind(kind))))
    is_met(habit(trained(GOOD, **of_kind(kind))))
    is_unmet(share(trained(BAD, **of_kind(kind))))
    is_unmet(absence(trained(BAD, **of_kind(kind))))


@pytest.mark.parametrize("kind", ["library", "inference_only", "not_ml"])
@pytest.mark.parametrize("asked", [share, habit, absence])
def test_what_trains_nothing_of_its_own_is_not_judged(asked, kind):
    is_not_applicable(asked(trained(BAD, **of_kind(kind))))


@pytest.mark.parametrize("asked", [share, habit, absence])
def test_training_that_nobody_could_read_is_unknown(asked):
    is_unknown(asked(training()), "no training code was found")


@pytest.mark.parametrize("asked", [share, habit, absence])
def test_without_training_code_nothing_is_asked(asked):
    is_not_applicable(asked(training(training_entry_points=())), "no training code was found")
