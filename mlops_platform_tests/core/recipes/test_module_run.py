from mlops_platform_tests.core.plans import ROWS, TRAIN, commands, plan_of


def test_imports_that_need_the_root_start_as_a_module(tmp_path):
    files = {
        "model/train.py": "from model.rows import NAME\n" + TRAIN,
        "model/rows.py": "NAME = 'y'\n",
        "model/__init__.py": "",
        "data/rows.csv": ROWS,
    }
    found = plan_of(tmp_path, files)
    assert commands(found) == ["train: python -m model.train @ ."]
    assert found.steps[0].recipe == "module_run"
    assert found.import_paths == ()


def test_a_source_folder_stands_on_the_import_path(tmp_path):
    files = {
        "src/model/train.py": "from model.rows import NAME\n" + TRAIN,
        "src/model/rows.py": "NAME = 'y'\n",
        "src/model/__init__.py": "",
        "data/rows.csv": ROWS,
    }
    found = plan_of(tmp_path, files)
    assert commands(found) == ["train: python -m model.train @ ."]
    assert found.import_paths == ("src",)
