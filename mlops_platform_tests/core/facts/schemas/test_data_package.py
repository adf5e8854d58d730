import json

import pytest

from mlops_platform_tests.core.facts.schemas.declaring import columns_of, declared

FIELDS = [
    {"name": "age", "type": "integer", "constraints": {"required": True}},
    {"name": "city", "type": "string"},
    {"name": "income", "type": "number", "format": "default"},
    {"name": "price", "type": "number", "decimalChar": ","},
    {"type": "integer"},
]


def package(path="train.csv", fields=FIELDS, schema=(), **known):
    return json.dumps(
        {"resources": [{"path": path, "schema": {"fields": fields, **dict(schema)}, **known}]}
    )


def test_fields_are_columns(tmp_path):
    assert columns_of(tmp_path, {"data/datapackage.json": package()}) == [
        "age: integer, complete",
        "city: anything",
        "income: number",
        "price: anything",
    ]


def test_it_names_where_it_stands_and_the_table(tmp_path):
    (found,) = declared(tmp_path, {"datapackage.json": package("data/train.csv")})
    assert found[:4] == ("frictionless", "datapackage.json", None, "data/train.csv")


@pytest.mark.parametrize("name", ["datapackage.yaml", "datapackage.yml"])
def test_it_may_be_written_in_yaml(tmp_path, name):
    text = (
        "resources:\n- path: data/train.csv\n  schema:\n    fields:\n"
        "    - name: age\n      type: integer\n"
    )
    assert columns_of(tmp_path, {name: text}) == ["age: integer"]
    assert declared(tmp_path / "odd", {name: "resources: ["}) == []


def test_fields_that_may_be_absent_are_not_needed(tmp_path):
    text = package(fields=[{"name": "age"}], schema=[("fieldsMatch", ["superset"])])
    found = columns_of(tmp_path, {"data/datapackage.json": text})
    assert found == ["age: anything (or not there)"]


@pytest.mark.parametrize(
    "text",
    [
        package("other.csv"),
        package("../../train.csv"),
        package(["train.csv", "more.csv"]),
        package("https://data.example/train.csv"),
        package(dialect={"header": False}),
        package(fields=[]),
        '{"resources": [{"path": "train.csv", "schema": "schema.json"}]}',
        '{"resources": {"path": "train.csv"}}',
        "[[[",
    ],
)
def test_nothing_is_told_of_what_is_no_table_here_or_no_schema(tmp_path, text):
    assert declared(tmp_path, {"data/datapackage.json": text}) == []


def test_another_json_is_no_package(tmp_path):
    assert declared(tmp_path, {"data/package.json": package()}) == []
