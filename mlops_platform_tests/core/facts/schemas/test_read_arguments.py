import json

import pytest

from mlops_platform_tests.core.facts.schemas.declaring import columns_of, declared


def told(tmp_path, call, before=""):
    code = f"import numpy as np\nimport pandas as pd\n{before}\nframe = {call}\n"
    return columns_of(tmp_path, {"train.py": code})


def read(arguments, path="'data/train.csv'"):
    return f"pd.read_csv({path}, {arguments})"


@pytest.mark.parametrize(
    ("arguments", "columns"),
    [
        ("usecols=['age', 'city']", ["age: anything", "city: anything"]),
        ("parse_dates=['day']", ["day: anything"]),
        ("dtype={'age': int}", ["age: integer, complete (or not there)"]),
        ("dtype={'age': 'Int64'}", ["age: integer (or not there)"]),
        ("dtype={'age': np.float32}", ["age: number (or not there)"]),
        ("dtype={'city': str}", ["city: anything (or not there)"]),
        ("usecols=['age'], dtype={'age': 'int64', 'x': int}", ["age: integer, complete"]),
        ("dtype={'age': int}, na_values=['-']", []),
        ("usecols=['age'], dtype={'age': int}, na_values=['-']", ["age: anything"]),
        ("parse_dates=['day'], dtype={'day': int}", ["day: anything"]),
        ("dtype={'city': 'category'}", []),
        ("usecols=[0, 1]", []),
        ("usecols=lambda name: True, dtype={'age': int}", []),
        ("usecols=['age'], names=['age', 'b']", []),
        ("usecols=['age'], skiprows=3", []),
        ("usecols=['age'], **more", []),
        ("parse_dates=True", []),
        ("encoding='utf-8'", []),
    ],
)
def test_arguments_that_demand_columns(tmp_path, arguments, columns):
    assert told(tmp_path, read(arguments)) == columns


def test_constants_of_the_file_are_followed(tmp_path):
    before = "DATA = 'data/train.csv'\nUSED = ['age']\nTYPES = {'age': float}"
    found = told(tmp_path, read("usecols=USED, dtype=TYPES", "DATA"), before)
    assert found == ["age: number"]


@pytest.mark.parametrize(
    "before",
    [
        "DATA = 'data/train.csv'\nDATA = 'data/test.csv'",
        "DATA = 'data/train.csv'\ndef load(DATA):\n    pass",
        "for DATA in files:\n    pass",
        "def f():\n    DATA = 'data/train.csv'",
    ],
)
def test_a_name_of_two_minds_is_not(tmp_path, before):
    assert told(tmp_path, read("usecols=['age']", "DATA"), before) == []


@pytest.mark.parametrize(
    "path",
    [
        *("'other.csv'", "'/data/train.csv'", "'../data/train.csv'", "f'data/{name}.csv'"),
        *("'https://x.example/data/train.csv'", "folder + 'train.csv'", "'train.csv'"),
    ],
)
def test_another_table_is_not_meant(tmp_path, path):
    assert told(tmp_path, read("usecols=['age']", path)) == []


@pytest.mark.parametrize(
    "path", ["'./data/train.csv'", r"'data\\train.csv'", "Path('data/train.csv')"]
)
def test_other_spellings_of_the_path(tmp_path, path):
    found = told(tmp_path, read("usecols=['age']", path), "from pathlib import Path")
    assert found == ["age: anything"]


def test_a_path_may_start_in_the_folder_of_the_program(tmp_path):
    code = "import pandas as pd\npd.read_csv('../data/train.csv', usecols=['age'])\n"
    (found,) = declared(tmp_path, {"src/train.py": code})
    assert found[:4] == ("pandas", "src/train.py", 2, "data/train.csv")


def test_a_notebook_starts_in_its_own_folder(tmp_path):
    source = "import pandas as pd\npd.read_csv('data/train.csv', usecols=['age'])"
    text = json.dumps(
        {
            "cells": [{"cell_type": "code", "source": source, "metadata": {}, "outputs": []}],
            "metadata": {},
            "nbformat": 4,
            "nbformat_minor": 5,
        }
    )
    assert declared(tmp_path, {"work/eda.ipynb": text}) == []
    assert len(declared(tmp_path / "top", {"eda.ipynb": text})) == 1


def test_two_tables_of_one_name_are_told_apart_by_nobody(tmp_path):
    code = "import pandas as pd\npd.read_csv('data/train.csv', usecols=['age'])\n"
    files = {"src/train.py": code, "src/data/train.csv": "age\n1\n"}
    assert declared(tmp_path, files, ("data/train.csv", "src/data/train.csv")) == []


@pytest.mark.parametrize("call", ["pl.read_csv", "self.read_csv", "read_csv", "data.read_csv"])
def test_look_alikes(tmp_path, call):
    code = f"import polars as pl\nx = {call}('data/train.csv', usecols=['age'])\n"
    assert declared(tmp_path, {"train.py": code}) == []
