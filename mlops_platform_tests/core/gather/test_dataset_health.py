import pytest

from mlops_platform.core.catalog_entry import CatalogEntry
from mlops_platform.core.declaration import Declaration
from mlops_platform.core.facts.repository import read_repository
from mlops_platform.core.gather.dataset_health import gather_dataset_health
from mlops_platform.core.profiling.data_files import find_data_files
from mlops_platform.core.sections.project_profile import ProjectKind
from mlops_platform_tests.core.rules.cases import profile
from mlops_platform_tests.drawing import draw_checkout

TABLE = "x,z,price\n" + "".join(f"{n},{n * 7 % 31},{n * 3 % 101}\n" for n in range(60))
POINTER = "version https://git-lfs.github.com/spec/v1\noid sha256:" + "0" * 64 + "\nsize 99\n"


def gathered(tmp_path, files):
    checkout = draw_checkout(tmp_path, files)
    datasets = find_data_files(checkout, read_repository(checkout))
    return gather_dataset_health(checkout, profile(datasets=datasets))


def test_a_table_is_described_with_the_target_of_the_code(tmp_path):
    facts = gathered(tmp_path, {"data.csv": TABLE, "train.py": 'y = data["price"]\n'})
    (found,) = facts.profiles
    assert (found.path, found.rows) == ("data.csv", 60)
    assert (found.target.column, found.target.source) == ("price", "the code")


@pytest.mark.parametrize(
    ("declared", "stated", "column", "source"),
    [
        (None, "z", "z", "the repository's own statement"),
        (None, "missing", "price", "the code"),
        ("x", "z", "x", "the operator's catalog"),
        ("missing", "z", "z", "the repository's own statement"),
    ],
)
def test_a_stated_target_counts_where_there_is_such_a_column(
    tmp_path, declared, stated, column, source
):
    checkout = draw_checkout(tmp_path, {"data.csv": TABLE, "train.py": 'y = data["price"]\n'})
    datasets = find_data_files(checkout, read_repository(checkout))
    facts = profile(datasets=datasets, declaration=Declaration(target=stated))
    entry = CatalogEntry(repository="github.com/acme/project", target=declared)
    (found,) = gather_dataset_health(checkout, facts, entry).profiles
    assert (found.target.column, found.target.source) == (column, source)


def test_rows_on_both_sides_are_counted(tmp_path):
    held_out = "\n".join([TABLE.splitlines()[0], *TABLE.splitlines()[1:11], "900,900,900"]) + "\n"
    facts = gathered(tmp_path, {"data/train.csv": TABLE, "data/test.csv": held_out})
    (pair,) = facts.split_pairs
    assert (pair.shared_rows, pair.held_out_rows) == (10, 11)


def test_parts_with_other_columns_are_not_compared(tmp_path):
    facts = gathered(tmp_path, {"train.csv": TABLE, "test.csv": TABLE.replace("price", "cost")})
    (pair,) = facts.split_pairs
    assert pair.shared_rows is None
    assert pair.missing_columns == ("price",)


def test_what_cannot_be_read_is_said(tmp_path):
    files = {"a.csv": b"", "b.xls": b"\xd0\xcf\x11\xe0", "c.csv": POINTER}
    facts = gathered(tmp_path, files)
    assert [each.path for each in facts.unread] == ["a.csv"]
    assert [each.path for each in facts.passed_over] == ["b.xls"]
    assert [each.path for each in facts.absent] == ["c.csv"]


def test_arrays_whose_layout_only_the_code_knows_are_said_to_be_left_out(tmp_path):
    facts = gathered(tmp_path, {"data/modes.dat": b"\x80\x04\x95", "data/data.csv": TABLE})
    assert facts.unread == ()
    assert [each.path for each in facts.passed_over] == ["data/modes.dat"]


def test_what_is_beyond_a_reader_is_no_fault_of_the_file(tmp_path):
    wide = ",".join(f"x{n}" for n in range(6000)) + "\n"
    facts = gathered(tmp_path, {"wide.csv": wide, "data.csv": TABLE})
    assert facts.unread == ()
    assert [each.path for each in facts.passed_over] == ["wide.csv"]


def test_data_of_tests_examples_and_fixtures_are_not_the_projects(tmp_path):
    files = {
        "tests/data.csv": TABLE,
        "examples/data.csv": TABLE,
        "data/sample.csv": TABLE,
        "names.csv": "name\na\nb\n",
    }
    facts = gathered(tmp_path, files)
    assert facts.profiles == ()
    assert facts.unread == ()


def test_a_few_rows_are_a_summary_and_no_data(tmp_path):
    files = {"by_class.csv": "price,total\n1,900\n2,80\n", "a.py": 'y = data["price"]\n'}
    assert gathered(tmp_path, files).profiles == ()


def test_the_tables_of_a_library_are_not_opened(tmp_path):
    checkout = draw_checkout(tmp_path, {"data.csv": TABLE})
    datasets = find_data_files(checkout, read_repository(checkout))
    facts = gather_dataset_health(checkout, profile(datasets=datasets, kind=ProjectKind.LIBRARY))
    assert facts.profiles == ()
    assert gathered(tmp_path, {}).profiles != ()
