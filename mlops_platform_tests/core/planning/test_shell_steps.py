import pytest

from mlops_platform.core.planning.shell_steps import NotWithoutShellError, ShellStep, shell_steps


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("python train.py", ShellStep(("python", "train.py"))),
        ("python3.8 train.py 'a b'", ShellStep(("python", "train.py", "a b"))),
        ("./train.py --x", ShellStep(("python", "./train.py", "--x"))),
        ("poetry run python train.py", ShellStep(("python", "train.py"))),
        ("uv run --with torch train.py", ShellStep(("python", "train.py"))),
        ("conda run -n env python -m a.b", ShellStep(("python", "-m", "a.b"))),
        ("A=1 nohup python x.py", ShellStep(("python", "x.py"), (("A", "1"),))),
        ("LD_PRELOAD=x HTTPS_PROXY=y python x.py", ShellStep(("python", "x.py"))),
        ("python x.py  # note", ShellStep(("python", "x.py"))),
        ("python x.py --q 'a|b' '$HOME'", ShellStep(("python", "x.py", "--q", "a|b", "$HOME"))),
    ],
)
def test_one_command_is_its_arguments(line, expected):
    assert shell_steps(line) == (expected,)


def test_several_commands_and_folders_are_followed():
    assert shell_steps("cd src && python a.py; cd ..; python b.py") == (
        ShellStep(("python", "a.py"), (), "src"),
        ShellStep(("python", "b.py"), (), "."),
    )


@pytest.mark.parametrize(
    "line",
    [
        "python a.py | tee log",
        "python a.py > log 2>&1",
        "python a.py < in",
        "python a.py &",
        "python a.py || true",
        "python `which a`",
        "python $(cat a)",
        "python $FILE",
        'python "${FILE}"',
        "for f in *; do python $f; done",
        "cd .. && python a.py",
        "cd /etc && cat passwd",
        "python 'a",
        "A=1",
        "",
        " && ".join(["true"] * 31),
    ],
)
def test_what_needs_a_shell_is_refused(line):
    with pytest.raises(NotWithoutShellError):
        shell_steps(line)
