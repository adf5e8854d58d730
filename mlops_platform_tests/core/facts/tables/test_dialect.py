import pytest

from mlops_platform.core.facts.tables.dialect import find_dialect

WORDS = "red,good\nblue,bad\nred,good\n"


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("a,b\n1,2\n", ","),
        ("a;b\n1,5;2,5\n", ";"),
        ("a\tb\n1\t2\n", "\t"),
        ("a|b\n1|2\n", "|"),
        ('"a;b",c\n"1;2",3\n', ","),
        ("only\n1\n", ","),
    ],
)
def test_what_parts_most_lines_alike_is_the_delimiter(text, delimiter):
    assert find_dialect(text.splitlines(keepends=True), "csv").delimiter == delimiter


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("age,name\n31,ann\n45,bob\n", True),
        ("31,ann\n45,bob\n62,eve\n", False),
        ("colour,quality\n" + WORDS, True),
        (WORDS, False),
        ("0,1,2\n5.5,3,8\n7.5,1,9\n", True),
        (",0,1,2\n0,5,3,8\n1,7,1,9\n", True),
        ("1,2,3\n5,3,8\n7,1,9\n", True),
        ("2,3,4\n5,3,8\n7,1,9\n", False),
        ("Country,Code,1960,1961,1962,1963,1964\nA,AA,1,2,3,5,4\nB,BB,2,2,3,1,9\n", True),
        ("Country,Code,1960,1965,1962,1963,1964\nA,AA,1,2,3,5,4\nB,BB,2,2,3,1,9\n", False),
        ("age,name\n", True),
        ("", False),
    ],
)
def test_a_header_is_told_from_data(text, expected):
    assert find_dialect(text.splitlines(keepends=True), "csv").has_header is expected
