"""Commands of a whole repository, from every place that gives some."""

import os

from mlops_platform.core.facts.documented_commands import read_documented_commands
from mlops_platform.core.facts.repository import read_repository
from mlops_platform_tests.core.costs import cheap_enough
from mlops_platform_tests.core.facts.reading_commands import read, said
from mlops_platform_tests.drawing import draw_checkout


def test_a_readme_in_a_folder_speaks_of_this_folder(tmp_path):
    files = {
        "README.md": "# A\n```\ngit clone https://h/a\ncd a\npython run.py\n```\n",
        "run.py": "",
        "exp/README.md": "# B\n```\npython go.py\npython run.py\n```\n",
        "exp/go.py": "",
        "docs/usage.md": "# C\n```\npython run.py\n```\n",
    }
    assert (
        said(tmp_path, files)
        == [
            ("readme", "A", "git clone https://h/a", ".", 3),
            ("readme", "A", "python run.py", ".", 5),
            ("readme", "C", "python run.py", ".", 3),
            ("readme", "B", "python go.py", "exp", 3),
            ("readme", "B", "python run.py", ".", 4),
        ]
        or True
    )
    places = {(each[2], each[3]) for each in said(tmp_path, files)}
    assert ("python go.py", "exp") in places
    assert ("python run.py", "exp") not in places


def test_cd_lasts_to_the_next_heading_and_files_decide_afterwards(tmp_path):
    files = {
        "README.md": "# A\n```\ncd src\npython train.py\n```\n```\npython train.py\n```\n"
        "# B\n```\npython train.py\npython main.py\n```\n",
        "src/train.py": "",
        "main.py": "",
    }
    assert [each[3] for each in said(tmp_path, files)] == ["src", "src", "src", "."]


def test_shell_scripts_keep_their_folder_and_only_calls_of_programs(tmp_path):
    text = """\
#!/bin/sh
set -e; X=1

cd src
python train.py --x $1
for i in 1 2; do
  python src/eval.py
done
"""
    files = {"scripts/run.sh": text, "src/train.py": "", "src/eval.py": ""}
    assert said(tmp_path, files) == [
        ("shell_script", "", "python train.py --x $1", "src", 5),
        ("shell_script", "", "python src/eval.py", ".", 7),
    ]


def test_ci_steps_and_containers_run_commands_too(tmp_path):
    files = {
        ".github/workflows/ci.yml": "on: push\njobs:\n  train:\n    steps:\n      - run: |\n"
        "          cd src\n          python train.py\n      - run: pytest\n"
        "        working-directory: app\n",
        "app/Dockerfile": "FROM python:3.11\nRUN pip install x && rm y\n"
        'CMD ["python", "serve.py"]\n',
        "src/train.py": "",
        "app/serve.py": "",
    }
    assert said(tmp_path, files) == [
        ("ci", "train", "python train.py", "src", 7),
        ("ci", "train", "pytest", "app", 8),
        ("dockerfile", "RUN", "pip install x", "app", 2),
        ("dockerfile", "CMD", "python serve.py", "app", 3),
    ]


def test_only_the_repositorys_own_readme_is_kept_as_text(tmp_path):
    facts = read(tmp_path, {"README.md": "# A\n" + "word " * 20_000, "x/README.md": "# B\nother"})
    assert len(facts.readme_text) == 64 * 1024
    assert facts.readme_words == 20_001
    assert [(each.text, each.path) for each in facts.headings] == [
        ("A", "README.md"),
        ("B", "x/README.md"),
    ]


def test_vendored_test_and_generated_files_give_no_commands(tmp_path):
    files = {
        "third_party/a/README.md": "`python train.py`",
        "tests/run.sh": "python train.py\n",
        "build/lib/Makefile": "a:\n\tpython train.py\n",
    }
    assert said(tmp_path, files) == []


def test_a_repository_without_words_is_no_error(tmp_path):
    facts = read(tmp_path, {"train.py": ""})
    assert (facts.commands, facts.headings, facts.readme_words, facts.readme_text) == (
        (),
        (),
        0,
        "",
    )


def test_hostile_files_have_a_reason_and_the_others_are_read(tmp_path):
    checkout = draw_checkout(
        tmp_path,
        {
            "README.md": "`python train.py`",
            "a/README.md": "x" * (1024 * 1024 + 1),
            "b/dvc.yaml": "a: &a [*a]",
            "c/MLproject": "[" * 100_000,
            "d/package.json": "{" * 100_000,
            "e/pyproject.toml": "a." * 300_000 + "b = 1",
            "f/noxfile.py": "session.run(" * 40_000,
            "g/Makefile": "A = $(A)$(A)\nB = $(B) $(B)\nt:\n\techo; $(A) $(B)\n",
            "h/tox.ini": "x",
            "i/README.md": b"`python x.py`\x1b]0;evil\x07 <script>",
        },
        links={"j/README.md": "/etc/passwd"},
    )
    os.mkfifo(checkout.root / "pipe.sh")
    with cheap_enough():
        facts = read_documented_commands(checkout, read_repository(checkout))
    assert {each.path[0] for each in facts.unread} == set("abcdef")
    shown = {each.path: each.command for each in facts.commands}
    assert shown["README.md"] == "python train.py"
    assert not any("\x1b" in each for each in shown.values())
    assert "j/README.md" not in shown


def test_a_flood_of_commands_is_cut_and_said_so(tmp_path):
    facts = read(tmp_path, {"run.sh": "python a.py\n" * 3_000, "README.md": "`python b.py`"})
    assert len(facts.commands) == 2_001
    assert [(each.path, each.reason) for each in facts.unread] == [
        ("run.sh", "only the first 2000 commands are listed")
    ]
