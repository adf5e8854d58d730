import pytest

from mlops_platform_tests.core.facts.reading_code import argument, arguments

FIELDS = """
    data: str
    epochs: int = 5
    seed: int = field(default=1)
    tags: list = field(default_factory=list)
    name: str = field(metadata={"help": "x"})
"""
HEAD = "from dataclasses import dataclass, field\n"
DESCRIBED = [
    ("--data", True, None),
    ("--epochs", False, "5"),
    ("--seed", False, "1"),
    ("--tags", False, None),
    ("--name", True, None),
]
CASES = [
    ("from tap import Tap\nclass A(Tap):" + FIELDS, "tap"),
    (
        "from transformers import HfArgumentParser\n@dataclass\nclass A:"
        + FIELDS
        + "\np = HfArgumentParser((A, Elsewhere))",
        "transformers",
    ),
    (
        "from transformers import HfArgumentParser\n@dataclass\nclass A:"
        + FIELDS
        + "\np = HfArgumentParser(A)",
        "transformers",
    ),
    (
        "from simple_parsing import ArgumentParser\n@dataclass\nclass A:"
        + FIELDS
        + "\np = ArgumentParser()\np.add_arguments(A, dest='a')",
        "simple_parsing",
    ),
]


@pytest.mark.parametrize(("source", "parser"), CASES)
def test_the_fields_of_a_class_are_arguments(source: str, parser: str) -> None:
    assert argument(HEAD + source) == DESCRIBED
    assert {found.parser for found in arguments(HEAD + source)} == {parser}


def test_a_class_that_no_parser_takes_does_not_count() -> None:
    assert argument(HEAD + "@dataclass\nclass A:" + FIELDS) == []
