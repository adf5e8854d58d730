import pytest

from mlops_platform.core.shell_words import programs


@pytest.mark.parametrize(
    ("line", "last"),
    [
        ("pytest -q tests", ("pytest", "-q", "tests")),
        ("A=1 B=2 pytest", ("pytest",)),
        ("poetry run python -m pytest -q", ("pytest", "-q")),
        ("uv run --frozen ruff check", ("ruff", "check")),
        ("@.venv/bin/mypy src", ("mypy", "src")),
        ("-rm -rf build", ("rm", "-rf", "build")),
        ("sudo docker build .", ("docker", "build", ".")),
        ("cd src && python train.py", ("python", "train.py")),
        ("python -m coverage run -m pytest", ("pytest",)),
    ],
)
def test_the_last_program_of_a_line_is_the_one_that_is_started(
    line: str, last: tuple[str, ...]
) -> None:
    assert programs(line)[-1] == last


def test_a_program_that_starts_another_is_kept_too() -> None:
    assert programs("poetry run pytest") == [("poetry", "run", "pytest"), ("pytest",)]


def test_several_programs_of_a_line_come_in_order() -> None:
    names = [words[0] for words in programs("a; b && c || d | e")]
    assert names == ["a", "b", "c", "d", "e"]


def test_a_line_without_a_program_has_none() -> None:
    assert programs("") == []
    assert programs("A=1 && ") == []


def test_installing_a_program_does_not_run_it() -> None:
    assert all(words[0] != "ruff" for words in programs("pip install ruff"))
