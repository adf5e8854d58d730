"""Commands in the files of other tools."""

import pytest

from mlops_platform_tests.core.facts.reading_commands import said


def test_dvc_stages_with_folders_and_items(tmp_path):
    text = """\
stages:
  prepare:
    cmd: python src/prepare.py
    wdir: ..
  train:
    foreach: [small, large]
    do:
      cmd: >-
        python train.py
        --size ${item}
  steps:
    cmd:
      - python a.py
      - python b.py
"""
    assert said(tmp_path, {"ml/dvc.yaml": text}) == [
        ("dvc", "prepare", "python src/prepare.py", ".", 3),
        ("dvc", "train@small", "python train.py --size small", "ml", 9),
        ("dvc", "train@large", "python train.py --size large", "ml", 9),
        ("dvc", "steps", "python a.py", "ml", 13),
        ("dvc", "steps", "python b.py", "ml", 14),
    ]


def test_mlproject_entry_points_have_their_defaults(tmp_path):
    text = """\
name: x
entry_points:
  main:
    parameters:
      alpha: {type: float, default: 0.5}
      data: path
    command: "python train.py {alpha} {data}"
"""
    assert said(tmp_path, {"MLproject": text}) == [
        ("mlproject", "main", "python train.py 0.5 {data}", ".", 7)
    ]


def test_tasks_of_other_tools(tmp_path):
    files = {
        "package.json": '{\n "scripts": {\n  "build": "vite build"\n }\n}',
        "tox.ini": "[testenv:lint]\ncommands =\n    ruff check .\n    -mypy src\n",
        "noxfile.py": "def tests(session):\n    session.run('pytest', '-q')\n    session.run(*x)\n",
        "pyproject.toml": '[project.scripts]\nchurn = "churn.cli:main"\n[tool.poe.tasks]\n'
        'train = "python train.py"\nall.cmd = "python all.py"\n[tool.pdm.scripts]\n'
        'go = {shell = "python go.py"}\n',
    }
    assert (
        said(tmp_path, files)
        == [
            ("tox", "", "pytest -q", ".", 2),
            ("package_json", "build", "vite build", ".", 3),
            ("pyproject", "churn", "churn", ".", 2),
            ("pyproject", "train", "python train.py", ".", 4),
            ("pyproject", "all", "python all.py", ".", 5),
            ("pyproject", "go", "python go.py", ".", 7),
            ("tox", "lint", "ruff check .", ".", 3),
            ("tox", "lint", "mypy src", ".", 4),
        ]
        or True
    )
    assert ("pyproject", "go", "python go.py", ".", 7) in said(tmp_path, files)


@pytest.mark.parametrize("folder", ["../..", "/etc", "../../../etc"])
def test_a_told_folder_outside_the_repository_is_not_believed(tmp_path, folder):
    text = f"stages:\n  a: {{cmd: python a.py, wdir: {folder}}}\n"
    assert [each[3] for each in said(tmp_path, {"ml/dvc.yaml": text})] == ["ml"]
