import pytest

from mlops_platform_tests.core.facts.reading_code import argument, index

FUNCTION = "def train(data, epochs=5, *, seed=None, name): ...\n"
DESCRIBED = [
    ("--data", True, None),
    ("--epochs", False, "5"),
    ("--seed", False, None),
    ("--name", True, None),
]
CASES = [
    (FUNCTION + "fire.Fire(train)", DESCRIBED),
    (FUNCTION + "if __name__ == '__main__':\n  fire.Fire(train)", DESCRIBED),
    (FUNCTION + "fire.Fire()", [("command", True, None), *DESCRIBED]),
    (FUNCTION + "fire.Fire({'go': train})", [("command", True, None), *DESCRIBED]),
    (
        "class T:\n  def __init__(self, data): ...\n  def run(self, x): ...\nfire.Fire(T)",
        [("--data", True, None), ("command", True, None), ("--x", True, None)],
    ),
    ("from other import train\nfire.Fire(train)", []),
]


@pytest.mark.parametrize(("source", "expected"), CASES)
def test_what_is_exposed_is_described(
    source: str, expected: list[tuple[str, bool, str | None]]
) -> None:
    assert sorted(argument(f"import fire\n{source}")) == sorted(expected)


def test_a_look_alike_does_not_count() -> None:
    assert argument(f"import camp as fire\n{FUNCTION}fire.Fire(train)") == []


def test_parameters_of_what_a_word_chooses_belong_to_that_word() -> None:
    code = f"import fire\n{FUNCTION}def show(rows): ...\nfire.Fire({{'go': train, 'see': show}})\n"
    found = {each.name: each.word for each in index(code).arguments}
    assert (found["--data"], found["--rows"], found["command"]) == ("go", "see", "")
