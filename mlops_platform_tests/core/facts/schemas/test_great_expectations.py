import json

import pytest

from mlops_platform_tests.core.facts.schemas.declaring import columns_of, declared

HEAD = "import great_expectations as ge\nrows = ge.read_csv('data/train.csv')\n"
EXISTS = "expect_column_to_exist"
NOT_NULL = "expect_column_values_to_not_be_null"
OF_TYPE = "expect_column_values_to_be_of_type"


@pytest.mark.parametrize(
    ("body", "columns"),
    [
        (f"rows.{EXISTS}('age')\n", ["age: anything"]),
        (f"rows.{NOT_NULL}(column='age')\n", ["age: anything, complete"]),
        (f"rows.{OF_TYPE}('age', 'int64')\n", ["age: integer, complete"]),
        (f"rows.{OF_TYPE}('age', type_='float64')\n", ["age: number"]),
        (f"rows.{EXISTS}('b')\nrows.{EXISTS}('a')\n", ["b: anything", "a: anything"]),
        (f"rows.{NOT_NULL}('age', mostly=0.9)\n", []),
        (f"rows.{EXISTS}(name)\n", []),
        (f"rows['b'] = 1\nrows.{EXISTS}('b')\n", []),
        ("rows.expect_column_values_to_be_unique('age')\n", []),
    ],
)
def test_expectations_of_code(tmp_path, body, columns):
    assert columns_of(tmp_path, {"check.py": HEAD + body}) == columns


def test_a_table_of_pandas_expects_nothing(tmp_path):
    head = "import great_expectations\nimport pandas as pd\n"
    code = f"{head}rows = pd.read_csv('data/train.csv')\nrows.{EXISTS}('age')\n"
    assert declared(tmp_path, {"check.py": code}) == []


def suite(asset="train.csv", **known):
    told = [
        {"expectation_type": NOT_NULL, "kwargs": {"column": "age"}},
        {"type": OF_TYPE, "kwargs": {"column": "age", "type_": "float"}},
        {"type": EXISTS, "kwargs": {"column": "city", "mostly": 0.5}},
    ]
    meta = {"citations": [{"batch_request": {"data_asset_name": asset}}]}
    return json.dumps({"expectation_suite_name": "s", "expectations": told, "meta": meta, **known})


@pytest.mark.parametrize("asset", ["train.csv", "train", "some/where/train.csv"])
def test_a_suite_names_its_table(tmp_path, asset):
    found = columns_of(tmp_path, {"gx/expectations/rows.json": suite(asset)})
    assert found == ["age: number, complete"]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("gx/expectations/rows.json", suite("other.csv")),
        ("gx/expectations/rows.json", suite(meta=None)),
        ("gx/expectations/rows.json", suite(expectations=[])),
        ("gx/expectations/rows.json", suite(expectations=["x", None, {"kwargs": 3}])),
        ("results/rows.json", suite()),
    ],
)
def test_a_suite_that_names_none_tells_nothing(tmp_path, path, text):
    assert declared(tmp_path, {path: text}) == []
