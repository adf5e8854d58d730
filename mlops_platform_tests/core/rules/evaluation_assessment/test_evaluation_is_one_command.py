from mlops_platform.core.evidence import Evidence
from mlops_platform.core.rules.evaluation_assessment.evaluation_is_one_command import answer
from mlops_platform_tests.core.rules.cases import (
    EVALUATE,
    evaluation,
    is_met,
    is_not_applicable,
    is_partly_met,
    of_kind,
)


def point(command, *required):
    return EVALUATE.model_copy(update={"command": command, "required_arguments": required})


def test_met_by_a_command():
    ready = point("python evaluate.py")
    is_met(answer(evaluation(evaluation_entry_points=(ready,))), "evaluate.py")


def test_partly_met_where_arguments_are_missing():
    asking = point("python evaluate.py --model MODEL", "--model", "--model")
    found = answer(evaluation(evaluation_entry_points=(asking,)))
    is_partly_met(found, 0.7, "evaluate.py needs arguments", "--model")


def test_met_where_a_makefile_works_out_the_arguments():
    asking = point("python evaluate.py DATA", "data")
    told = Evidence(path="Makefile", line=3, note="gives the command")
    ready = asking.model_copy(update={"evidence": (told,), "are_arguments_stated": True})
    is_met(answer(evaluation(evaluation_entry_points=(ready,))), "Makefile:3")


def test_partly_met_where_a_makefile_leaves_an_argument_open():
    asking = point("python evaluate.py DATA", "data")
    told = Evidence(path="Makefile", line=3, note="gives the command with its arguments")
    found = answer(
        evaluation(evaluation_entry_points=(asking.model_copy(update={"evidence": (told,)}),))
    )
    is_partly_met(found, 0.7, "needs arguments", "data")


def test_partly_met_where_a_person_must_start_it():
    found = answer(evaluation(evaluation_entry_points=(point(None),)))
    is_partly_met(found, 0.3, "nothing starts evaluate.py")


def test_not_held_against_a_collection():
    known = of_kind("notebooks_only")
    is_not_applicable(answer(evaluation(evaluation_entry_points=(point(None),), **known)))


def test_not_applicable_without_an_entry_point():
    is_not_applicable(answer(evaluation()), "no entry point")
