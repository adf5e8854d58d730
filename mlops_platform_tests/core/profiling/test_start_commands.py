"""The command that starts a file: as documented, complete and plain."""

import pytest

from mlops_platform.core.facts.documented_commands import DocumentedCommand
from mlops_platform.core.facts.repository import Role
from mlops_platform.core.facts.source_code import Argument, SourceFile
from mlops_platform.core.profiling.start_commands import start_of, started_file


def file_at(path: str, *required: str) -> SourceFile:
    arguments = tuple(
        Argument("argparse", name, is_required=True, default=None, choices=(), line=1, scope="")
        for name in required
    )
    return SourceFile(
        path=path,
        module="",
        role=Role.SOURCE,
        lines=1,
        docstring="",
        imports=(),
        calls=(),
        definitions=(),
        arguments=arguments,
        strings=(),
        main_line=1,
        module_level_work=True,
        environment_variables=(),
    )


def command(
    text: str, folder: str = ".", source: str = "readme", line: int = 1
) -> DocumentedCommand:
    return DocumentedCommand(source, "", text, folder, "README.md", line)


@pytest.mark.parametrize(
    ("text", "folder"),
    [
        ("python train.py --epochs 3", "."),
        ("python ./train.py", "."),
        ("./train.py", "."),
        ("train.py --epochs 3", "."),
        ("train.py model=large", "."),
        ("uv run train.py", "."),
        ("python ../train.py", "docs"),
        ("python -m train", "."),
    ],
)
def test_a_command_is_matched_to_its_file(text: str, folder: str) -> None:
    assert started_file(command(text, folder), {"train.py": file_at("train.py")}, {}) == "train.py"


@pytest.mark.parametrize(
    "line",
    ["train.py", "train.py @ml @data", "train.py Trains the model", "train.py # x"],
)
def test_a_file_that_is_listed_owned_or_explained_is_not_started(line: str) -> None:
    assert started_file(command(line), {"train.py": file_at("train.py")}, {}) is None


@pytest.mark.parametrize(
    "line",
    [
        "python3 -m py_compile train.py",
        "PYTHONPYCACHEPREFIX=/tmp/c python -m compileall train.py",
        "uv run ruff check train.py",
        "black train.py",
        "vim train.py",
    ],
)
def test_a_file_that_is_only_looked_at_is_not_started(line: str) -> None:
    assert started_file(command(line), {"train.py": file_at("train.py")}, {}) is None


def test_a_command_for_a_file_that_is_not_there_matches_nothing() -> None:
    assert started_file(command("python other.py"), {"train.py": file_at("train.py")}, {}) is None


@pytest.mark.parametrize(
    "clumsy",
    [
        "torchrun --nproc 4 train.py --data x",
        "python train.py --data <folder>",
        "python train.py",
        "python train.py --data $DATA",
    ],
)
def test_a_plain_complete_command_is_preferred(clumsy: str) -> None:
    plain = command("python train.py --data x", line=9)
    start = start_of(file_at("train.py", "--data"), [command(clumsy), plain], ("",))
    assert (start.command, start.missing) == ("python train.py --data x", ())


def test_of_equal_commands_the_one_that_says_train_is_taken() -> None:
    documented = [command("python main.py predict"), command("python main.py train", line=9)]
    assert start_of(file_at("main.py"), documented, ("",)).command == "python main.py train"


def test_positional_values_are_counted() -> None:
    start = start_of(
        file_at("train.py", "data", "model"), [command("python train.py data/x")], ("",)
    )
    assert start.missing == ("model",)
