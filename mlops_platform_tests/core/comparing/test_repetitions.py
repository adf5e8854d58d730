from mlops_platform.core.comparing.repetitions import repeat_each_other, repetitions
from mlops_platform.core.recorded_run import RunStatus
from mlops_platform_tests.core.executions import recorded


def test_runs_of_one_commit_with_the_same_parameters_repeat_each_other():
    run = recorded("a", parameters=(("lr", "0.1"), ("seed", "1"), ("plan.cpus", "2")))
    again = recorded("b", parameters=(("lr", "0.1"), ("seed", "2"), ("plan.cpus", "4")))
    assert repeat_each_other(run, again)
    assert repetitions(run, [again, run]) == (run, again)


def test_another_commit_parameter_purpose_or_a_failure_is_something_else():
    run = recorded("a", parameters=(("lr", "0.1"),))
    for other in (
        recorded("b", parameters=(("lr", "0.2"),)),
        recorded("b", parameters=(("lr", "0.1"),), commit="f" * 40),
        recorded("b", parameters=(("lr", "0.1"),), purpose="evaluate"),
        recorded("b", parameters=(("lr", "0.1"),), repository="github.com/a/b"),
        recorded("b", parameters=(("lr", "0.1"),), status=RunStatus.FAILED),
    ):
        assert not repeat_each_other(run, other)
        assert repetitions(run, [other]) == (run,)


def test_a_name_that_only_holds_the_word_is_a_parameter_of_its_own():
    one, other = (recorded(n, parameters=(("seed_words", n),)) for n in "ab")
    assert not repeat_each_other(one, other)
    one, other = (recorded(n, parameters=(("model.random_state", n),)) for n in "ab")
    assert repeat_each_other(one, other)
