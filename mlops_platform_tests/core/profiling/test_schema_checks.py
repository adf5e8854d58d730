"""Schemas against tables that are really read; what a reader of them would not refuse is fine."""

import pytest

from mlops_platform.core.facts.repository import read_repository
from mlops_platform.core.gather.dataset_health import gather_dataset_health
from mlops_platform.core.profiling.data_files import find_data_files
from mlops_platform_tests.core.rules.cases import profile
from mlops_platform_tests.drawing import draw_checkout

ROWS = 40
CELLS = {
    "age": lambda n: str(20 + n % 31),
    "income": lambda n: f"{n * 1.5}",
    "city": lambda n: ("north", "south", "west")[n % 3],
    "gaps": lambda n: "" if n % 10 == 0 else str(n % 7),
    "odd": lambda n: "many" if n == 3 else str(n % 9),
    "day": lambda n: f"2026-01-{1 + n % 28:02d}",
    "flag": lambda n: str(n % 2),
    "same": lambda n: "1",
}
COMMA = "import pandas as pd\nimport pandera as pa\n"


def table(delimiter=",", names=tuple(CELLS)):
    lines = [delimiter.join(cell(n) for cell in CELLS.values()) for n in range(ROWS)]
    return "\n".join([delimiter.join(names), *lines]) + "\n"


def checked(tmp_path, code, text=None, more=()):
    files = {"data/train.csv": text or table(), "train.py": code, **dict(more)}
    checkout = draw_checkout(tmp_path, files)
    datasets = find_data_files(checkout, read_repository(checkout))
    return gather_dataset_health(checkout, profile(datasets=datasets)).schemas


def notes(tmp_path, column, declared):
    schema = f"Rows = pa.DataFrameSchema({{'{column}': pa.Column({declared})}})\n"
    use = "rows = pd.read_csv('data/train.csv')\nRows.validate(rows)\n"
    (check,) = checked(tmp_path, COMMA + schema + use)
    assert all(each.column == column for each in check.differences)
    assert (check.technology, check.columns) == ("pandera", 1)
    return [each.note for each in check.differences]


@pytest.mark.parametrize(
    ("column", "declared", "said"),
    [
        ("age", "int", []),
        ("age", "float", []),
        ("age", "str", ["holds numbers, text is declared"]),
        ("age", "str, coerce=True", []),
        ("income", "int", ["holds fractions, whole numbers are declared"]),
        ("income", "int, coerce=True", []),
        ("income", "float", []),
        ("city", "str", []),
        ("city", "int", ["holds text, whole numbers are declared"]),
        ("city", "float, coerce=True", ["holds text, numbers are declared"]),
        ("gaps", "str", []),
        ("gaps", "float", ["4 of 40 rows miss it, none may be missing"]),
        ("gaps", "float, nullable=True", []),
        ("gaps", "int, nullable=True", ["4 of 40 rows miss it, none may be missing"]),
        ("odd", "float", ["1 of 40 rows hold no number, numbers are declared"]),
        ("day", "float", ["holds dates, numbers are declared"]),
        ("day", "pa.DateTime", []),
        ("flag", "int", []),
        ("flag", "bool", []),
        ("same", "str", []),
        ("other", "int", ["the table has no such column"]),
        ("other", "int, required=False", []),
    ],
)
def test_what_is_declared_against_what_is_there(tmp_path, column, declared, said):
    assert notes(tmp_path, column, declared) == said


READ = "import pandas as pd\nrows = pd.read_csv('data/train.csv', usecols=['age', 'b'])\n"


def test_arguments_of_a_read_are_a_schema(tmp_path):
    (check,) = checked(tmp_path, READ)
    assert (check.technology, check.table, check.place.line) == ("pandas", "data/train.csv", 2)
    assert [each.column for each in check.differences] == ["b"]


def test_a_program_that_parts_the_cells_otherwise_sees_another_table(tmp_path):
    assert checked(tmp_path, READ, table(";")) == ()
    told = READ.replace("csv',", "csv', sep=';',")
    (check,) = checked(tmp_path / "told", told, table(";"))
    assert [each.column for each in check.differences] == ["b"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n", "was not read"),
        (table(names=["age", "age", *list(CELLS)[2:]]), "no names of their own"),
        (table(names=["1", "0", "north", "2", "3", "2026-01-01", "0", "1"]), "no names of"),
    ],
)
def test_a_table_that_cannot_be_compared_says_why(tmp_path, text, why):
    (check,) = checked(tmp_path, READ, text)
    assert why in check.unread
    assert check.differences == ()


def test_a_column_without_a_name_is_what_pandas_calls_it(tmp_path):
    names = ["", *list(CELLS)[1:]]
    code = READ.replace("'age', 'b'", "'Unnamed: 0', 'income'")
    (check,) = checked(tmp_path, code, table(names=names))
    assert check.differences == ()


def test_a_data_package_does_not_mind_the_case_of_a_header(tmp_path):
    fields = '[{"name": "AGE", "type": "integer"}, {"name": "City"}, {"name": "b"}]'
    package = f'{{"resources": [{{"path": "data/train.csv", "schema": {{"fields": {fields}}}}}]}}'
    (check,) = checked(tmp_path, "", more={"datapackage.json": package})
    assert [each.column for each in check.differences] == ["b"]
    (other,) = checked(tmp_path / "code", READ.replace("'b'", "'City'"))
    assert [each.column for each in other.differences] == ["City"]


def test_names_are_shown_on_one_line(tmp_path):
    (check,) = checked(tmp_path, READ.replace("'b'", "'b\\n\\x1b[31mred' "))
    assert [each.column for each in check.differences] == ["b \ufffd[31mred"]
