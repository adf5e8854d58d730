from mlops_platform.core.planning.open_defaults import open_defaults
from mlops_platform_tests.core.plans import planning_facts

TRAIN = """
import argparse
import registry

def run(fold, model):
    return registry.MODELS[model], fold

if __name__ == "__main__":
    p = argparse.ArgumentParser()
    p.add_argument("--fold", type=int)
    p.add_argument("--model")
    p.add_argument("--note")
    args = p.parse_args()
    run(args.fold, args.model)
"""
REGISTRY = "MODELS = {'rf': 1, 'lr': 2}\nNOTES = {1: 'x'}\n"
FOLDS = "a,kfold\n1,3\n1,1\n1,2\n"


def found(tmp_path, path="train_lr.py", line="python train_lr.py", **others):
    files = {path: TRAIN, "registry.py": REGISTRY, "input/folds.csv": FOLDS, **others}
    return {
        each.argument: each.value
        for each in open_defaults(path, line, planning_facts(tmp_path, files))
    }


def test_keys_of_a_dispatcher_and_folds_of_a_table_are_values(tmp_path):
    assert found(tmp_path) == {"--fold": "1", "--model": "lr"}


def test_a_name_that_spells_no_key_takes_the_first(tmp_path):
    assert found(tmp_path, path="train.py")["--model"] == "rf"


def test_what_the_command_gives_is_left_alone(tmp_path):
    assert found(tmp_path, line="python train_lr.py --model rf --fold 2") == {}


def test_without_a_column_of_folds_none_is_chosen(tmp_path):
    assert "--fold" not in found(tmp_path, **{"input/folds.csv": "a,b\n1,2\n"})


def test_what_the_code_can_do_without_is_left_open(tmp_path):
    code = TRAIN.replace(
        "    run(", "    if args.model is None:\n        args.model = 'rf'\n    run("
    )
    assert found(tmp_path, **{"train_lr.py": code}) == {"--fold": "1"}
