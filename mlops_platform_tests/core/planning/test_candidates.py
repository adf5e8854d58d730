from mlops_platform.core.planning.candidates import candidates
from mlops_platform.core.run_plan import Purpose, RunRequest
from mlops_platform_tests.core.plans import PLAIN, TRAIN, commands, plan_of, planning_facts


def test_an_operators_command_leaves_no_choice(tmp_path):
    facts = planning_facts(tmp_path, PLAIN)
    facts = facts._replace(request=RunRequest(train_command="python train.py -x"))
    (found,) = candidates(Purpose.TRAIN, facts)
    assert (found.entry.path, found.is_stated) == ("train.py", True)


def test_a_command_that_only_asks_for_help_is_not_taken(tmp_path):
    files = {**PLAIN, "README.md": "```\npython train.py --help\n```\n"}
    assert commands(plan_of(tmp_path, files)) == ["train: python train.py @ ."]


def test_of_many_projects_the_one_that_asks_least_is_run(tmp_path):
    files = {
        f"{name}/{path}": text
        for name in ("one", "two", "three", "four")
        for path, text in PLAIN.items()
    }
    files |= {f"{name}/requirements.txt": "pandas\n" for name in ("one", "two", "three", "four")}
    files["three/train.py"] = "\n".join(TRAIN.split("\n")[1:])
    files["README.md"] = "```\ncd one\npython train.py --gpu\n```\n"
    found = plan_of(tmp_path, files)
    assert len(found.steps) == 1
    assert not any("--gpu" in each for each in commands(found))
