from mlops_platform_tests.core.plans import PLAIN, ROWS, TRAIN, commands, plan_of

ARGUMENTS = "import argparse\np = argparse.ArgumentParser()\n"


def readme(command):
    return f"# Churn\n\n```bash\n{command}\n```\n"


def test_the_readme_gives_the_command(tmp_path):
    found = plan_of(tmp_path, {**PLAIN, "README.md": readme("python3 train.py --epochs 3")})
    assert commands(found) == ["train: python train.py --epochs 3 @ ."]
    assert found.steps[0].recipe == "documented_command"
    assert "README.md gives the command" in found.steps[0].because


def test_runners_of_environments_are_left_away(tmp_path):
    found = plan_of(tmp_path, {**PLAIN, "README.md": readme("poetry run python train.py")})
    assert commands(found) == ["train: python train.py @ ."]


def test_a_script_whose_imports_need_the_root_gets_it_on_the_path(tmp_path):
    files = {
        "src/train.py": "from src.rows import NAME\n" + TRAIN,
        "src/rows.py": "NAME = 'y'\n",
        "data/rows.csv": ROWS,
        "README.md": readme("python src/train.py"),
    }
    found = plan_of(tmp_path, files)
    assert commands(found) == ["train: python src/train.py @ ."]
    assert found.import_paths == (".",)


def test_a_variable_before_the_command_is_kept_unless_it_is_ours(tmp_path):
    line = "PIP_INDEX_URL=https://evil.example SEED=7 python train.py"
    found = dict(plan_of(tmp_path, {**PLAIN, "README.md": readme(line)}).variables)
    assert found["SEED"] == "7"
    assert "PIP_INDEX_URL" not in found


def test_an_argument_that_is_documented_elsewhere_is_taken(tmp_path):
    text = ARGUMENTS + 'p.add_argument("--level", required=True)\np.parse_args()\n' + TRAIN
    files = {
        **PLAIN,
        "train.py": text,
        "README.md": readme("python train.py --level high | tee log"),
        "run.sh": "python train.py --level low\n",
    }
    assert commands(plan_of(tmp_path, files)) == ["train: python train.py --level low @ ."]
