"""What is a command, what only looks like one, and where a command runs."""

import pytest

from mlops_platform.core.facts.commands.command_line import Ground, is_command, placed
from mlops_platform.core.facts.text.shell_text import CommandLine, commands_in, steps_of


@pytest.mark.parametrize(
    "text",
    [
        "python train.py --epochs 3",
        "python3 -m src.train",
        "CUDA_VISIBLE_DEVICES=0,1 python train.py",
        "sudo docker build -t x .",
        "pip install -e .",
        "pip install .",
        "make",
        "make train",
        "make -C src all",
        "pytest",
        "./run.sh",
        "scripts/train.sh gpu",
        "train.sh",
        "torchrun --nproc_per_node=8 train.py",
        "uv run train.py",
        "dvc repro",
        "mlflow run . -P alpha=0.5",
        'git commit -m "make sure that it is the best"',
        "python <script>.py",
        "source .venv/bin/activate",
    ],
)
def test_calls_of_known_programs_are_commands(text):
    assert is_command(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "python 3.7",
        "python",
        "Python is needed",
        "make sure you have a GPU",
        "make sure to install torch first.",
        "git is required",
        "docker",
        "conda environment with the packages.",
        "import numpy as np",
        "epoch 1: loss 0.3",
        "data/train.csv",
        "model.fit(x, y)",
        "bash and python are needed",
        "source of the data:",
        "the_script.py is here",
    ],
)
def test_sentences_and_code_are_not(text):
    assert not is_command(text)


@pytest.mark.parametrize(
    ("command", "steps"),
    [
        ("a && b", ["a", "b"]),
        ("a; b ;c", ["a", "b", "c"]),
        ("a || b", ["a || b"]),
        ("echo 'x && y'; b", ["echo 'x && y'", "b"]),
        ("(cd x && a) && b", ["(cd x && a)", "b"]),
        ("if x; then y; fi", ["if x; then y; fi"]),
        ("for i in 1; do a; done", ["for i in 1; do a; done"]),
    ],
)
def test_a_line_is_split_where_a_shell_would(command, steps):
    assert steps_of(command) == steps


def test_scripts_lose_comments_and_here_documents_and_keep_their_lines():
    text = """\
#!/bin/bash
# a comment
python a.py \\
    --x 1  # trailing
cat <<EOF > f
python not_a_command.py
EOF
echo "a # b"
"""
    assert list(commands_in(text)) == [
        ("python a.py --x 1", 3),
        ("cat <<EOF > f", 5),
        ('echo "a # b"', 8),
    ]


def test_a_command_runs_where_its_file_is():
    ground = Ground.of(["src/train.py", "run.py", "exp/one/go.py"])

    def folder(command, told="."):
        found, after = placed(CommandLine(command, 1), told, ground, ("exp/one",))
        return [each.working_directory for each in found], after

    assert folder("python src/train.py") == (["."], ".")
    assert folder("cd src && python train.py") == (["src"], "src")
    assert folder("cd project && python run.py") == (["."], ".")
    assert folder("cd .. && python run.py", "src") == (["."], ".")
    assert folder("python run.py", "src") == (["."], "src")
    assert folder("python go.py") == (["exp/one"], ".")
    assert folder("python gone.py", "src") == (["src"], "src")
    assert folder("cd /etc && python run.py") == (["."], ".")
    assert folder("cd ../../.. && python run.py") == (["."], ".")
