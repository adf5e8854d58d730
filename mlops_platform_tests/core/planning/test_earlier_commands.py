from mlops_platform_tests.core.plans import PLAIN, ROWS, commands, plan_of, planning

README = """# Run it

```bash
pip install -r requirements.txt
python prepare_data.py
python plot.py
python train.py
```
"""
FILES = {
    "train.py": PLAIN["train.py"],
    "prepare_data.py": "open('data/rows.csv', 'w').write('a,y')\nprint('data/rows.csv')\n",
    "plot.py": "print(1)\n",
    "README.md": README,
}


def test_what_makes_the_data_runs_before(tmp_path):
    found = plan_of(tmp_path, FILES)
    assert commands(found) == ["prepare: python prepare_data.py @ .", "train: python train.py @ ."]
    assert found.steps[0].because == "README.md says to run it before"


def test_committed_data_are_not_made_anew(tmp_path):
    assert commands(plan_of(tmp_path, {**FILES, "data/rows.csv": ROWS})) == [
        "train: python train.py @ ."
    ]


def test_a_preparation_that_fetches_is_said_to_need_the_network(tmp_path):
    fetch = "import requests\nrequests.get('https://a.example/rows.csv')\n"
    found = planning(tmp_path, {**FILES, "prepare_data.py": fetch + FILES["prepare_data.py"]})
    assert found.cause == "download_needed"


def test_a_target_that_a_document_puts_first_stands_for_its_lines(tmp_path):
    makefile = "data:\n\tmkdir -p data\n\tpython prepare_data.py\nplots:\n\tpython plot.py\n"
    readme = "# Run it\n\n```bash\nmake data\nmake plots\npython train.py\n```\n"
    found = plan_of(tmp_path, {**FILES, "Makefile": makefile, "README.md": readme})
    assert commands(found) == ["prepare: python prepare_data.py @ .", "train: python train.py @ ."]
    assert found.steps[0].because == "README.md says to run it before"
