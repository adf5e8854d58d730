from mlops_platform_tests.core.plans import PLAIN, commands, plan_of

MAKEFILE = """
DATA = data/rows.csv
install:
	pip install -r requirements.txt
$(DATA): make_rows.py
	python make_rows.py
split.txt: $(DATA)
	python split.py
train: install lint split.txt
	mkdir -p models
	python train.py --fast
	python report.py > report.txt
lint:
	ruff check .
"""
FILES = {
    "train.py": PLAIN["train.py"],
    "make_rows.py": "open('data/rows.csv', 'w').write('a,y\\n')\n",
    "split.py": "print(1)\n",
    "report.py": "print(1)\n",
    "Makefile": MAKEFILE,
}


def test_a_target_is_its_lines_after_those_of_what_it_needs(tmp_path):
    found = plan_of(tmp_path, FILES)
    assert commands(found) == [
        "prepare: python make_rows.py @ .",
        "prepare: python split.py @ .",
        "prepare: mkdir -p models @ .",
        "train: python train.py --fast @ .",
    ]
    assert {step.recipe for step in found.steps} == {"make_target"}


def test_what_is_there_is_not_made_again(tmp_path):
    found = plan_of(tmp_path, {**FILES, "data/rows.csv": "a,y\n1,0\n", "split.txt": "x"})
    assert commands(found) == [
        "prepare: mkdir -p models @ .",
        "train: python train.py --fast @ .",
    ]


def test_entering_an_environment_is_no_step(tmp_path):
    lines = "train:\n\t@. venv/bin/activate && \\\n\t\tpython -u train.py\n"
    found = plan_of(tmp_path, {**PLAIN, "Makefile": lines})
    assert commands(found) == ["train: python -u train.py @ ."]


def test_a_document_says_which_targets_come_before(tmp_path):
    lines = "rows:\n\tpython make_rows.py\ntrain:\n\tpython train.py\nshow:\n\tpython report.py\n"
    readme = "# Run\n\n```bash\nmake rows\nmake train\nmake show\n```\n"
    files = {**FILES, "Makefile": lines, "README.md": readme}
    wanted = ["prepare: python make_rows.py @ .", "train: python train.py @ ."]
    assert commands(plan_of(tmp_path / "a", files)) == wanted
    committed = {**files, "data/rows.csv": "a,y\n1,0\n"}
    assert commands(plan_of(tmp_path / "b", committed)) == wanted[1:]
