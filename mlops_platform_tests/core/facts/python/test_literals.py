"""Literal strings that are kept, and what is kept of them."""

import pytest

from mlops_platform_tests.core.facts.reading_code import index

STRINGS = [
    ("data/train.csv", True),
    ("model.pkl", True),
    ("s3://bucket/key", True),
    ("https://example.com/x?y=1", True),
    ("../data", True),
    ("C:\\\\data\\\\x.csv", True),
    ("data/my file.csv", True),
    ("text/html", False),
    ("N/A", False),
    ("hello world", False),
    ("learning_rate", False),
    ("1.5", False),
    ("</div>", False),
    ("either / or", False),
]


@pytest.mark.parametrize(("text", "is_place"), STRINGS)
def test_strings_that_look_like_places_are_kept(text: str, is_place: bool) -> None:
    assert bool(index(f'x = "{text}"').strings) is is_place


def test_a_formatted_path_shows_its_gaps() -> None:
    assert index("x = f'{root}/train_{n}.csv'").strings == (("{}/train_{}.csv", 1),)
