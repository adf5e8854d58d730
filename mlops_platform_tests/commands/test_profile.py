import json
import subprocess
import sys

import pytest

from mlops_platform_tests.commands.calling import call

ROWS = "".join(f"{n % 7},{n % 3}\n" for n in range(60))
CALLED = """
import sys
from pathlib import Path
from mlops_platform.cli import run
from mlops_platform.core.dataset_profile import DatasetQuestion
from mlops_platform.core.gather.dataset_profile import gather_dataset_profile
from mlops_platform.core.ports import Checkout, Revision
assert run(["profile", sys.argv[1]]) == 0
place = Path(sys.argv[1])
revision = Revision(repository="local/data", url=None, commit="0" * 40)
question = DatasetQuestion(path=place.name, format="csv")
assert gather_dataset_profile(Checkout(revision=revision, root=place.parent), question).profile
print("imported:", sorted({"dagster", "mlflow", "scipy", "pandas"} & set(sys.modules)))
"""


@pytest.fixture
def dataset(tmp_path, monkeypatch):
    monkeypatch.setenv("MLOPS_PLATFORM_HOME", str(tmp_path / "home"))
    path = tmp_path / "data.csv"
    path.write_text(f"x,label\n{ROWS}")
    return path


def test_a_table_is_described(capfd, dataset):
    code, out, err = call(capfd, "profile", str(dataset))
    assert (code, err) == (0, "")
    assert "60 rows, 2 columns (all rows were read)" in out
    assert "target: label (by its name, confidence 0.9)" in out


def test_markdown_is_a_table(capfd, dataset):
    out = call(capfd, "profile", str(dataset), "--format", "markdown").out
    assert "| x | integer | 0 | 7 |" in out


def test_json_holds_the_whole_profile_with_the_target_that_was_said(capfd, dataset):
    found = json.loads(
        call(capfd, "profile", str(dataset), "--format", "json", "--target", "x").out
    )
    assert found["rows"] == 60
    assert found["target"]["column"] == "x"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("gone.csv", None, "is no file"),
        ("data.png", b"\x89PNG", "no ending of a table"),
        ("data.csv", b"", "it is empty"),
        ("data.parquet", b"PAR1 nothing", "cannot be read"),
    ],
)
def test_what_cannot_be_described_is_one_sentence(capfd, tmp_path, name, content, reason):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    code, out, err = call(capfd, "profile", str(tmp_path / name))
    assert (code, out) == (2, "")
    assert reason in err
    assert err.count("\n") == 1


def test_a_target_that_is_not_there_is_said(capfd, dataset):
    code, _, err = call(capfd, "profile", str(dataset), "--target", "nothing")
    assert code == 2
    assert "no such target column" in err


def test_nothing_heavy_is_imported(dataset):
    ended = subprocess.run(
        [sys.executable, "-c", CALLED, str(dataset)], capture_output=True, text=True, check=True
    )
    assert ended.stdout.splitlines()[-1] == "imported: []"
