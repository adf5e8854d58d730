import pytest

from mlops_platform.core.artifact_kinds import tables
from mlops_platform_tests.core.artifact_kinds.files import archive, draw_content


@pytest.mark.parametrize(
    ("path", "data", "name"),
    [
        ("a", b"PAR1\x15", "parquet"),
        ("a.feather", b"ARROW1\x00", "arrow"),
        ("mlflow.db", b"SQLite format 3\x00", "sqlite"),
        ("a.xlsx", archive({"xl/workbook.xml": b""}), "excel"),
        ("a.csv", b"a,b\n", "table"),
    ],
)
def test_each_table_is_known(path, data, name):
    kind = tables.recognize(draw_content(path, data))
    assert (kind.name, kind.is_model) == (name, False)


def test_other_files_are_none():
    assert tables.recognize(draw_content("a.txt", b"a,b\n")) is None
