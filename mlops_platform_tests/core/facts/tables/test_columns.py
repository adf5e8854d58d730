import pytest

from mlops_platform_tests.core.facts.tables.drawn_tables import column, described, table


def kind(tmp_path, cells, name="thing"):
    rows = [f"{n % 3},{cell}" for n, cell in enumerate(cells)]
    return column(described(tmp_path, table(f"n,{name}", rows)), name)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["1.5", "2.5", "-3e5", "+.5"] * 10, "numeric"),
        (["1", "2", "-3", "2"] * 10, "integer"),
        (["0", "1"] * 10, "boolean"),
        (["yes", "No"] * 10, "boolean"),
        (["red", "green", "blue"] * 10, "categorical"),
        ([f"2024-01-{n:02} 10:00" for n in range(1, 29)], "datetime"),
        ([f"{n:02}/11/2024" for n in range(1, 29)], "datetime"),
        ([f"word {n} of a longer text" for n in range(40)], "text"),
        (["same"] * 10, "constant"),
        (["NA", "null", "?", "NaN"] * 5, "empty"),
        ([f"{n}-01-01" for n in range(99970, 99999)], "text"),
    ],
)
def test_what_a_column_holds(tmp_path, cells, expected):
    assert kind(tmp_path, cells).kind == expected


@pytest.mark.parametrize("spelling", ["", "NA", "n/a", "?", "null", "None", "NaN", " ", "#N/A"])
def test_the_usual_spellings_of_nothing_are_missing(tmp_path, spelling):
    found = kind(tmp_path, ["3.5", spelling, "4.5", "5.5"])
    assert (found.missing_cells, found.kind) == (1, "numeric")


def test_a_number_counted_through_is_an_identifier(tmp_path):
    assert kind(tmp_path, [str(n) for n in range(100, 150)]).kind == "identifier"


def test_different_numbers_under_a_name_of_an_identifier_are_one(tmp_path):
    cells = [str(n * n) for n in range(50)]
    assert kind(tmp_path, cells, "customerId").kind == "identifier"
    assert kind(tmp_path, cells, "amount").kind == "integer"


def test_different_measures_are_no_identifier(tmp_path):
    assert kind(tmp_path, [f"{n * 0.37:.4f}" for n in range(50)]).kind == "numeric"


def test_text_among_numbers_is_counted(tmp_path):
    found = kind(tmp_path, [*[str(n % 7) for n in range(98)], "seven", "eight"])
    assert (found.kind, found.odd_cells) == ("integer", 2)


def test_infinite_numbers_are_counted_and_leave_the_mean_alone(tmp_path):
    found = kind(tmp_path, ["1.0", "2.0", "3.0", "inf", "-Infinity", "1e999"] * 4)
    assert found.infinite_cells == 12
    assert found.mean == 2.0


def test_what_lies_far_out_is_counted(tmp_path):
    cells = [f"{n % 10}.5" for n in range(100)]
    assert kind(tmp_path, cells).outlying_cells == 0
    assert kind(tmp_path, [*cells, "1000.5"]).outlying_cells == 1


@pytest.mark.parametrize(
    "word", ["NaN", "nan", "NULL", "Null", "None", "N/A", "#n/A", "<NA>", "NaT"]
)
def test_nothing_is_spelled_in_any_case(tmp_path, word):
    profile = described(tmp_path, table("a,b", [f"{n},{word if n % 2 else n}" for n in range(20)]))
    found = column(profile, "b")
    assert (found.missing_cells, found.odd_cells) == (10, 0)
