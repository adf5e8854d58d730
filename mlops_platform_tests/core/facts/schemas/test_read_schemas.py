"""Files that are made to be slow or odd to read; each is small enough to be opened."""

import pytest

from mlops_platform_tests.core.costs import cheap_enough
from mlops_platform_tests.core.facts.schemas.declaring import TABLE, declared

READ = f"pd.read_csv('{TABLE}', usecols=USED)\n"
HEAD = "import great_expectations as ge\nimport pandas as pd\nimport pandera as pa\nUSED = ['a']\n"
WIDE = "x = [" + "f(1), " * 20_000 + "]\n"
SCHEMA = "S = pa.DataFrameSchema({'a': pa.Column(int)})\n"
ROWS = f"rows = ge.read_csv('{TABLE}')\n"


@pytest.mark.parametrize(
    "body",
    [
        WIDE + READ * 5000,
        SCHEMA + ROWS + WIDE + "S.validate(rows)\n" * 5000,
        ROWS + WIDE + "rows.expect_column_to_exist('a')\n" * 5000,
        SCHEMA + ROWS + "if x:\n    pass\n" * 5000 + "S.validate(rows)\n" * 500,
    ],
)
def test_a_file_of_many_uses_is_read_in_time(tmp_path, body):
    with cheap_enough():
        assert len(declared(tmp_path, {"train.py": HEAD + body})) <= 100


@pytest.mark.parametrize(
    "text",
    [
        "import pandera\npd.read_csv(" + "(" * 5000,
        "import pandera\n" + "x = pd.read_csv\n" + "-" * 100_000 + "1\n",
        "import pandera as pa\nS = pa.DataFrameSchema()\nS.validate()\nS()\npd.read_csv()\n",
        "import pandera as pa\nclass M(pa.DataFrameModel): x: pa.typing.Series\nM.validate(1)\n",
        "import pandera as pa\nS = T = pa.DataFrameSchema({**a, 'b': 1, None: pa.Column()})\n",
        "import pandas as pd\npd.read_csv('\\ud800.csv', usecols=['\\x00'], dtype={1: int})\n",
    ],
)
def test_odd_code_is_no_schema(tmp_path, text):
    assert declared(tmp_path, {"train.py": text}) == []


@pytest.mark.parametrize(
    "text", ["{}", "[]", "3", '{"resources": 3}', '{"resources": [3, [], {"path": 3}]}', "{" * 999]
)
@pytest.mark.parametrize("name", ["datapackage.json", "datapackage.yml", "gx/expectations/a.json"])
def test_odd_documents_are_no_schema(tmp_path, name, text):
    assert declared(tmp_path, {name: text}) == []


def test_a_file_of_another_is_not_read(tmp_path):
    code = f"import pandas as pd\npd.read_csv('{TABLE}', usecols=['a'])\n"
    assert declared(tmp_path, {"venv/lib/python3.11/site-packages/x/train.py": code}) == []
