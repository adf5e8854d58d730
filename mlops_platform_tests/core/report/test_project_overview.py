from mlops_platform.core.evidence import Evidence
from mlops_platform.core.report.project_overview import KINDS, MOST_ITEMS, STATES, Row, overview
from mlops_platform.core.sections.project_profile import (
    DatasetFile,
    DependencyState,
    ProjectKind,
    ProjectProfileFacts,
)
from mlops_platform_tests.core.sample_facts import PROFILE_FACTS, WEBSITE_FACTS


def row(label: str, facts: ProjectProfileFacts = PROFILE_FACTS) -> Row:
    (found,) = [r for r in overview(facts) if r.label == label]
    return found


def test_every_kind_and_every_state_of_dependencies_has_words():
    assert set(KINDS) == set(ProjectKind)
    assert set(STATES) == set(DependencyState)


def test_the_exact_command_is_shown_with_how_sure_it_is():
    first, second = row("Training").items
    assert first.text == "python -m src.train --data data/churn.csv --epochs 20"
    assert first.is_code
    assert first.note.startswith("confidence 0.94: ")
    assert second.text == "notebooks/explore.ipynb"
    assert second.note.startswith("no command is known; confidence 0.35: ")


def test_where_and_with_what_a_command_runs_is_said():
    entry = PROFILE_FACTS.training_entry_points[0].model_copy(
        update={"working_directory": "ml", "required_arguments": ("--data", "--out")}
    )
    facts = PROFILE_FACTS.model_copy(update={"training_entry_points": (entry,)})
    note = row("Training", facts).items[0].note
    assert note.startswith("in ml; needs --data, --out; confidence 0.94")
    stated = entry.model_copy(update={"are_arguments_stated": True})
    facts = PROFILE_FACTS.model_copy(update={"training_entry_points": (stated,)})
    assert row("Training", facts).items[0].note.startswith("in ml; confidence 0.94")


def test_what_is_declared_only_is_said_to_be():
    notes = {item.text: item.note for item in row("Frameworks").items}
    assert notes["scikit-learn"] == ""
    assert notes["tensorflow"] == "declared, but nothing imports it"


def test_a_dataset_shows_what_was_counted_and_nothing_else():
    assert row("Data").items[0].note == "csv, 7,043 rows, 21 columns, target Churn"
    pointer = DatasetFile(path="data.csv.dvc", format="csv", size_bytes=90, is_pointer=True)
    facts = PROFILE_FACTS.model_copy(update={"datasets": (pointer,)})
    assert row("Data", facts).items[0].note == "csv pointer"


def test_what_was_not_found_is_an_empty_row():
    assert row("Monitoring").items == ()
    assert row("Frameworks", WEBSITE_FACTS).items == ()


def test_counts_of_nothing_are_left_out():
    assert row("Code", WEBSITE_FACTS).items[0].text == "36 Python files, 5,120 lines, 14 test files"


def test_unread_files_show_only_where_there_are_any():
    assert "Not read" not in [r.label for r in overview(PROFILE_FACTS)]
    facts = PROFILE_FACTS.model_copy(
        update={"unread": (Evidence(path="huge.py", note="larger than 1 MiB"),)}
    )
    assert row("Not read", facts).items[0].note == "larger than 1 MiB"


def test_pictures_are_told_by_folder_and_number():
    folder = DatasetFile(path="data/mugs/", format="pictures", rows=152, size_bytes=9)
    facts = PROFILE_FACTS.model_copy(update={"datasets": (), "picture_folders": (folder,)})
    (item,) = row("Data", facts).items
    assert (item.text, item.note) == ("data/mugs/", "152 pictures")


def test_long_rows_are_cut_and_counted():
    many = tuple(
        DatasetFile(path=f"{n}.csv", format="csv", size_bytes=1) for n in range(MOST_ITEMS + 5)
    )
    cut = row("Data", PROFILE_FACTS.model_copy(update={"datasets": many}))
    assert (len(cut.items), cut.omitted) == (MOST_ITEMS, 5)
