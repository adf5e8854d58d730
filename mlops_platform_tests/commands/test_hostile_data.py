"""What hostile data makes `profile`, `drift` and dataset_health say: a finding or one sentence."""

import gzip
from importlib import import_module

import pytest

from mlops_platform.commands.drift import FORMATS
from mlops_platform.core.assess import assess
from mlops_platform.core.dataset_profile import DatasetQuestion
from mlops_platform.core.drift.tables import UnreadableTableError
from mlops_platform.core.facts.repository import read_repository
from mlops_platform.core.facts.tables.table_format import table_format
from mlops_platform.core.gather.dataset_health import gather_dataset_health
from mlops_platform.core.gather.dataset_profile import gather_dataset_profile
from mlops_platform.core.measure_drift import measure_drift
from mlops_platform.core.profiling.data_files import find_data_files
from mlops_platform.core.sections.dataset_health import DatasetHealth
from mlops_platform.terminal.dataset_profile import as_markdown, as_table
from mlops_platform_tests.commands.calling import call
from mlops_platform_tests.core.rules.cases import profile
from mlops_platform_tests.drawing import draw_checkout
from mlops_platform_tests.hostile_tables import CANARY, HOSTILE

SHELF = [import_module(f"mlops_platform.core.drift_formats.{name}") for name in FORMATS]
REFERENCE = "a,b,c\n" + "".join(f"{n},{n % 5},v{n % 4}\n" for n in range(80))


def is_clean(text: str) -> bool:
    """Tell that neither a cell nor a control character is in a text."""
    return CANARY not in text and not any(sign in text for sign in "\x07\x1b\x00")


def described(tmp_path, name, content) -> list[str]:
    """Return what `profile` says in every format, or its one sentence."""
    checkout = draw_checkout(tmp_path, {name: content})
    question = DatasetQuestion(path=name, format=table_format(name) or "csv")
    answer = gather_dataset_profile(checkout, question)
    if answer.profile is None:
        assert answer.failure
        assert "\n" not in answer.failure
        return [answer.failure]
    found = answer.profile
    return [as_table(found), as_markdown(found), found.model_dump_json()]


def compared(tmp_path, name, content) -> list[str]:
    """Return what `drift` says in every format and in both directions, or its one sentence."""
    reference, current = tmp_path / "reference.csv", tmp_path / name
    reference.write_text(REFERENCE)
    current.write_bytes(content)
    said = []
    for sides in ((reference, current), (current, reference), (current, current)):
        try:
            result = measure_drift(*sides)
        except UnreadableTableError as refusal:
            said += [str(refusal)]
            continue
        for format_name in FORMATS:
            said += [
                import_module(f"mlops_platform.core.drift_formats.{format_name}").render(result)
            ]
    return said


def assessed(tmp_path, name, content) -> str:
    """Return the section on a repository whose data is the file."""
    checkout = draw_checkout(tmp_path, {name: content, "train.py": "import sklearn\n"})
    datasets = find_data_files(checkout, read_repository(checkout))
    facts = gather_dataset_health(checkout, profile(datasets=datasets))
    return assess(DatasetHealth, checkout.revision, facts).model_dump_json()


@pytest.mark.parametrize("name", HOSTILE)
def test_profile_describes_or_refuses_and_shows_no_cell(tmp_path, name):
    assert all(is_clean(text) for text in described(tmp_path, name, HOSTILE[name]))


@pytest.mark.parametrize("name", HOSTILE)
def test_drift_measures_or_refuses_and_shows_no_cell(tmp_path, name):
    assert all(is_clean(text) for text in compared(tmp_path, name, HOSTILE[name]))


@pytest.mark.parametrize("name", HOSTILE)
def test_dataset_health_judges_or_passes_over_and_shows_no_cell(tmp_path, name):
    assert is_clean(assessed(tmp_path, name, HOSTILE[name]))


def test_the_search_finds_a_canary_that_may_be_shown(tmp_path):
    table = f"{CANARY},b\n" + "".join(f"{n},{n % 7}\n" for n in range(60))
    for ways in (described, compared):
        for text in ways(tmp_path, "named.csv", table.encode()):
            assert CANARY in text
    assert CANARY in assessed(tmp_path, "named.csv", table.encode())


def test_most_of_the_hostile_tables_are_read(tmp_path):
    refused = [name for name in HOSTILE if len(described(tmp_path, name, HOSTILE[name])) == 1]
    assert len(refused) < len(HOSTILE) / 2


@pytest.mark.parametrize(
    ("name", "code"),
    [("ragged.csv", 0), ("empty.csv", 2), ("damaged.csv.gz", 2), ("nested.parquet", 0)],
)
def test_the_exit_code_tells_a_table_from_none(capfd, tmp_path, monkeypatch, name, code):
    monkeypatch.setenv("MLOPS_PLATFORM_HOME", str(tmp_path / "home"))
    (tmp_path / "reference.csv").write_text(REFERENCE)
    (tmp_path / name).write_bytes(HOSTILE[name])
    for arguments in (
        ("profile", str(tmp_path / name)),
        ("drift", str(tmp_path / "reference.csv"), str(tmp_path / name)),
    ):
        called = call(capfd, *arguments)
        assert called.code == code
        assert called.err.count("\n") == (code != 0)
        assert bool(called.out) == (code == 0)


@pytest.mark.integration
@pytest.mark.parametrize(
    ("name", "parts"),
    [("bomb.csv.gz", (b"", b"1,2,3\n" * 1000)), ("line.csv.gz", (b"1,", b"x" * 6000))],
)
def test_a_gigabyte_out_of_a_megabyte_ends_in_time(capfd, tmp_path, monkeypatch, name, parts):
    monkeypatch.setenv("MLOPS_PLATFORM_HOME", str(tmp_path / "home"))
    with gzip.open(tmp_path / name, "wb", 1) as packed:
        start, repeated = parts
        packed.write(b"a,b,c\n" + start)
        for _ in range(200_000):
            packed.write(repeated)
        packed.write(b",2\n")
    described_ = call(capfd, "profile", str(tmp_path / name))
    assert described_.code in {0, 2}
    assert "only the first" in described_.out or "longer than" in described_.out + described_.err
    refused = call(capfd, "drift", str(tmp_path / name), str(tmp_path / name))
    assert (refused.code, refused.out) == (2, "")
    assert "over 1 GiB" in refused.err
