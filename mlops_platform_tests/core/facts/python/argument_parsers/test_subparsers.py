"""Arguments of a subparser are told from those of others by its word."""

import pytest

from mlops_platform_tests.core.facts.reading_code import index

ONE_NAME_EACH = """
a = sub.add_parser("train")
b = sub.add_parser("show")
a.add_argument("--data")
b.add_argument("--rows")
parser.add_argument("--seed")
"""
ONE_NAME_FOR_ALL = """
p = sub.add_parser("train")
p.add_argument("--data")
p = sub.add_parser("show")
p.add_argument("--rows")
parser.add_argument("--seed")
"""
CHAINED = """
sub.add_parser("train").add_argument("--data")
sub.add_parser("show").add_argument("--rows")
parser.add_argument("--seed")
"""
IN_FUNCTIONS = """
def one(sub):
    p = sub.add_parser("train")
    p.add_argument("--data")
def two(sub):
    p = sub.add_parser("show")
    p.add_argument("--rows")
parser.add_argument("--seed")
"""

OTHERS_BETWEEN = """
a = sub.add_parser("train")
sub.add_parser("show").add_argument("--rows")
sub.add_parser("list")
a.add_argument("--data")
parser.add_argument("--seed")
"""


@pytest.mark.parametrize(
    "code", [ONE_NAME_EACH, ONE_NAME_FOR_ALL, CHAINED, IN_FUNCTIONS, OTHERS_BETWEEN]
)
def test_each_argument_belongs_to_the_word_above_it(code: str) -> None:
    made = "import argparse\nparser = argparse.ArgumentParser()\nsub = parser.add_subparsers()\n"
    arguments = index(made + code).arguments
    assert {each.name: each.word for each in arguments} == {
        "--data": "train",
        "--rows": "show",
        "--seed": "",
    }
