import pytest

from mlops_platform_tests.core.facts.schemas.declaring import columns_of, declared

HEAD = "import pandas as pd\nimport pandera as pa\nfrom pandera.typing import Series\n"
READ = "rows = pd.read_csv('data/train.csv')\n"
SCHEMA = "Rows = pa.DataFrameSchema({'age': pa.Column(int)})\n"
AGE = ["age: integer, complete"]


def told(tmp_path, body, more=()):
    return columns_of(tmp_path, {"train.py": HEAD + body, **dict(more)})


@pytest.mark.parametrize(
    ("column", "found"),
    [
        ("pa.Column(int)", "age: integer, complete"),
        ("pa.Column(pa.Int64, nullable=True)", "age: integer, complete"),
        ("pa.Column('Int64', nullable=True)", "age: integer"),
        ("pa.Column(pa.INT64, nullable=True)", "age: integer"),
        ("pa.Column(float)", "age: number, complete"),
        ("pa.Column(float, pa.Check.gt(0), nullable=True)", "age: number"),
        ("pa.Column(float, nullable=ALLOWED)", "age: number"),
        ("pa.Column(int, coerce=True)", "age: number, complete"),
        ("pa.Column(str)", "age: text, complete"),
        ("pa.Column(str, coerce=True)", "age: anything, complete"),
        ("pa.Column(int, required=False)", "age: integer, complete (or not there)"),
        ("pa.Column(pd.CategoricalDtype())", "age: anything"),
        ("pa.Column(pa.DateTime)", "age: anything"),
        ("pa.Column(int, None, True)", "age: anything (or not there)"),
        ("pa.Column(**settings)", "age: anything (or not there)"),
        ("pa.Column(int, parsers=pa.Parser(abs))", "age: anything (or not there)"),
    ],
)
def test_columns_of_a_schema(tmp_path, column, found):
    body = f"Rows = pa.DataFrameSchema({{'age': {column}}})\n{READ}Rows.validate(rows)\n"
    assert told(tmp_path, body) == [found]


@pytest.mark.parametrize(
    ("field", "found"),
    [
        ("age: Series[int]", ["age: integer, complete"]),
        ("age: float = pa.Field(nullable=True)", ["age: number"]),
        ("age: Series[int] = pa.Field(coerce=True)", ["age: number, complete"]),
        ("years: Series[int] = pa.Field(alias='age')", ["age: integer, complete"]),
        ("age: Series[int] = pa.Field(alias=NAME)", []),
        ("age: Series[int] = pa.Field(regex=True)", []),
        ("age: pa.typing.Index[int]", []),
        ("age: Optional[Series[int]]", []),
    ],
)
def test_fields_of_a_model(tmp_path, field, found):
    body = f"class Rows(pa.DataFrameModel):\n    {field}\n\n{READ}Rows.validate(rows, lazy=True)\n"
    assert told(tmp_path, body) == found


@pytest.mark.parametrize(
    "more",
    [
        "    @pa.parser('age')\n    def parsed(cls, x):\n        return x\n",
        "    class Config:\n        drop_invalid_rows = True\n",
    ],
)
def test_a_model_that_changes_the_table_tells_nothing(tmp_path, more):
    body = (
        f"class Rows(pa.DataFrameModel):\n    age: Series[int]\n{more}\n{READ}Rows.validate(rows)\n"
    )
    assert told(tmp_path, body) == []


@pytest.mark.parametrize(
    "use",
    [
        "Rows.validate(pd.read_csv('data/train.csv'))\n",
        f"{READ}rows = Rows(rows)\n",
        f"{READ}print(rows.head())\nlogger.info(rows.shape)\nn = len(rows)\nRows.validate(rows)\n",
        f"def load():\n    {READ}    return Rows.validate(rows)\n",
        f"{READ}other = rows.drop(columns=['x'])\nRows.validate(rows)\n",
        f"{READ}try:\n    Rows.validate(rows)\nexcept ValueError:\n    pass\n",
        f"try:\n    {READ}    with timer:\n        Rows.validate(rows)\nfinally:\n    pass\n",
    ],
)
def test_what_is_validated_is_the_table(tmp_path, use):
    assert told(tmp_path, SCHEMA + use) == AGE


@pytest.mark.parametrize(
    "use",
    [
        f"{READ}rows['age'] = rows['age'].astype(int)\nRows.validate(rows)\n",
        f"{READ}rows.columns = names\nRows.validate(rows)\n",
        f"{READ}rows.dropna(inplace=True)\nRows.validate(rows)\n",
        f"{READ}clean(rows)\nRows.validate(rows)\n",
        f"{READ}same = rows\nsame['age'] = 1\nRows.validate(rows)\n",
        f"{READ}rows = clean(rows)\nRows.validate(rows)\n",
        f"{READ}del rows['age']\nRows.validate(rows)\n",
        f"{READ}if True:\n    Rows.validate(rows)\n",
        f"{READ}try:\n    x\nexcept ValueError:\n    Rows.validate(rows)\n",
        f"{READ}try:\n    clean(rows)\n    Rows.validate(rows)\nfinally:\n    pass\n",
        f"{READ}clean(rows)\ntry:\n    Rows.validate(rows)\nfinally:\n    pass\n",
        f"{READ}Rows.validate(rows.dropna())\n",
        "rows = pd.read_csv('data/train.csv', usecols=['x'])\nRows.validate(rows)\n",
        "rows = pd.read_csv('data/train.csv', index_col=0)\nRows.validate(rows)\n",
        "def check(rows):\n    Rows.validate(rows)\n",
        "rows = pd.read_csv(path)\nRows.validate(rows)\n",
    ],
)
def test_what_is_validated_may_be_something_else(tmp_path, use):
    found = declared(tmp_path, {"train.py": HEAD + SCHEMA + use})
    assert [each for each in found if each[0] == "pandera"] == []


def test_a_schema_of_another_file_is_found_by_its_name(tmp_path):
    use = f"from schemas import Rows\nimport pandas as pd\n{READ}Rows.validate(rows)\n"
    files = {"schemas.py": HEAD + SCHEMA, "train.py": use}
    assert columns_of(tmp_path, files) == AGE
    assert declared(tmp_path / "two", {**files, "old.py": HEAD + SCHEMA}) == []


@pytest.mark.parametrize("change", ["index=pa.Index(int)", "drop_invalid_rows=True", "**more"])
def test_a_schema_that_changes_the_table_tells_nothing(tmp_path, change):
    body = SCHEMA.replace("})", f"}}, {change})") + f"{READ}Rows.validate(rows)\n"
    assert told(tmp_path, body) == []


def test_another_library_of_that_kind_tells_nothing(tmp_path):
    head = "import pandas as pd\nimport marshmallow as pa\nimport pandera\n"
    code = f"{head}{SCHEMA}{READ}Rows.validate(rows)\n"
    assert declared(tmp_path, {"train.py": code}) == []
