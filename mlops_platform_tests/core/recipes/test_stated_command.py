from mlops_platform.core.causes import Cause
from mlops_platform.core.run_plan import RunRequest
from mlops_platform_tests.core.plans import PLAIN, commands, plan_of, planning


def test_the_operators_command_wins_and_is_split_into_steps(tmp_path):
    request = RunRequest(train_command="pip install . && python prepare.py && python train.py -n 3")
    files = {**PLAIN, "prepare.py": "print(1)\n", "README.md": "```\npython train.py --x\n```\n"}
    found = plan_of(tmp_path, files, request)
    assert commands(found) == ["prepare: python prepare.py @ .", "train: python train.py -n 3 @ ."]
    assert {step.recipe for step in found.steps} == {"stated_command"}


def test_a_change_of_folder_is_followed(tmp_path):
    request = RunRequest(train_command="cd model && python train.py")
    files = {f"model/{name}": text for name, text in PLAIN.items()}
    assert commands(plan_of(tmp_path, files, request)) == ["train: python train.py @ model"]


def test_what_only_a_shell_can_do_is_refused(tmp_path):
    for line in (
        "python train.py | tee log",
        "python train.py > log",
        "python $(cat x)",
        "cd / && ls",
    ):
        found = planning(tmp_path, PLAIN, RunRequest(train_command=line))
        assert found.cause == Cause.ARGUMENT_UNKNOWN
        assert found.plan is None
        assert line in found.because or line.split(" && ")[0] in found.because


def test_the_repositorys_own_declaration_names_the_command(tmp_path):
    stated = "training:\n  - path: train.py\n    command: python train.py --fast\n"
    found = plan_of(tmp_path, {**PLAIN, ".mlops-platform.yaml": stated})
    assert commands(found) == ["train: python train.py --fast @ ."]
    assert found.steps[0].because == "the repository states it"
