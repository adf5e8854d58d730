import pytest

from mlops_platform.core.verifying.numbers import numbers_of, unstated


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        (0.5, "0.50"),
        (0.5, "is .5 of it"),
        (0.25, "25 %"),
        (0.25, "25% or 25 percent"),
        ("25 %", "0.25"),
        ("12.5 %", "12.5 percentage points"),
        (1200, "1,200 rows, 1 200 rows, 1200 rows and 1200.0"),
        ("40 000 steps", "40,000 steps"),
        ("40\u202f000 steps", "40000 steps"),
        (-0.3, "fell by -0.3 (\N{MINUS SIGN}0.3)"),
        ("train.py:58", "line 58"),
        ("3 of 10", "3/10, or 3 of 10"),
        ("1.2.3", "version 1.2.3"),
        (1e-05, "0.00001"),
        (3, "three columns"),
        ("two files", "2 files"),
        ("50 %", "half of them"),
        (2026, "in 2026"),
        ("0.1–0.25", "between 0.1 and 0.25"),
        ({"scores": [{"before": 7.1, "after": 7.5}]}, "from 7.1 to 7.5"),
        ("resnet50", "`resnet50`"),
        ("2.2 of 10", "2.2 of 10, 2.2/10, 2.20 out of ten, or just 2.2"),
        ({"drifted": 3, "compared": 10}, "3 of 10 columns, or all 10"),
        ("10.0 of 10", "10 of 10"),
        ("40,000 steps", "40_000 and 40'000"),
        ("twenty-five", "Twenty-Five"),
        ("phase II", "phase II"),
        (2, "twofold, twice, doubled, and two"),
        (100, "hundreds, this one, one-hot, and the ones"),
        ("", "The F1 score, R², R2, L2, UTF-8 and float32 are names, and one is no number."),
        ("", "No number at all."),
    ],
)
def test_a_number_may_be_written_otherwise(evidence, text):
    assert unstated(text, set(numbers_of(evidence))) == []


@pytest.mark.parametrize(
    ("evidence", "text", "wrong"),
    [
        (0.5, "0.51", ["0.51"]),
        (0.314, "0.31", ["0.31"]),
        (7.69, "7.7", ["7.7"]),
        (1, "100 %", ["100"]),
        (0, "0 %", ["0"]),
        ("50 %", "50 rows", ["50"]),
        (50, "50 %", ["50"]),
        (3, "30", ["30"]),
        (0.3, "-0.3", ["0.3"]),
        (-0.3, "0.3", ["0.3"]),
        (1200, "1.200", ["1.200"]),
        (1200, "1,201", ["1,201"]),
        ("1.2.3", "1.2.4", ["1.2.4"]),
        (10, "9.9 of 10", ["9.9"]),
        (4, "nine of ten", ["nine", "ten"]),
        (4, "hundreds of rows", ["hundreds"]),
        (4, "\N{FULLWIDTH DIGIT NINE} and \N{ARABIC-INDIC DIGIT NINE}", ["9", "\u0669"]),
        (
            4,
            "\N{VULGAR FRACTION ONE HALF}, \N{CIRCLED DIGIT NINE}, \u4e5d",
            ["0.5", "9", "9"],
        ),
        (4, "scored9.5", ["9.5"]),
        (4, "9e3", ["9e3"]),
        ("", "-12 and +7", ["12", "7"]),
        (True, "1", ["1"]),
        ("4.3 of 10", "10 points", ["10"]),
        ("4.3 of 10", "10 of 10", ["10 of 10", "10"]),
        ("4.3 of 10, from 1 200 rows", "9.3/10", ["9.3/10", "9.3"]),
        ([1, 200], "1,200 or 1 200 or 1_200", ["1,200", "1 200", "1_200"]),
        (1200, "1 and 200", ["1", "200"]),
        ([0, 5], "0,5", ["0,5"]),
        ([20, 5], "twenty-five", ["twenty-five"]),
        ([2, 100], "two hundred", ["two hundred"]),
        ([2, 3], "two thirds", ["thirds"]),
        (3, "a third of the rows", ["a third of"]),
        (4, "one percent, one of 12, twice, a dozen", ["12", "one", "one", "twice", "dozen"]),
        (4, "tenfold, halved", ["tenfold", "halved"]),
        (4, "VIII, \N{ROMAN NUMERAL EIGHT}, 1e3, 1E-2", ["VIII", "8", "1e3", "1E-2"]),
        (5, "\N{EN DASH}5", ["5"]),
        (5, "5 pct", ["5"]),
    ],
)
def test_another_number_is_named(evidence, text, wrong):
    assert unstated(text, set(numbers_of(evidence))) == wrong
