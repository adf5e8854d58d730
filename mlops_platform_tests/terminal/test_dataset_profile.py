from mlops_platform.core.dataset_profile import (
    ColumnKind,
    ColumnProfile,
    DatasetProfile,
    PersonalData,
    TargetLeak,
    TargetProfile,
)
from mlops_platform.terminal.dataset_profile import MOST_SHOWN, as_markdown, as_table

PLAIN = ColumnProfile(name="x|y", kind=ColumnKind.NUMERIC, missing_cells=5, distinct_values=9)
ODD = ColumnProfile(
    name="[mail](http://a)",
    kind=ColumnKind.TEXT,
    missing_cells=0,
    distinct_values=10,
    odd_cells=1,
    outlying_cells=2,
    personal_data=(PersonalData(sort="e-mail addresses", cells=3),),
    is_named_personal=True,
)


def drawn(**changes: object) -> DatasetProfile:
    given = {
        "path": "data.csv",
        "format": "csv",
        "rows": 20,
        "is_whole": True,
        "columns": (PLAIN, ODD),
        "column_count": 2,
    }
    return DatasetProfile.model_validate(given | changes)


def test_columns_stand_below_their_headings():
    lines = as_table(drawn()).splitlines()
    heading = next(line for line in lines if line.startswith("column"))
    row = next(line for line in lines if line.startswith("x|y"))
    assert row[heading.index("missing") :].startswith("25.0%")


def test_every_remark_is_said():
    text = as_table(drawn())
    assert (
        "1 unlike the others; 2 far out; 3 like e-mail addresses; named like personal data" in text
    )


def test_markdown_shows_names_as_they_are():
    text = as_markdown(drawn())
    assert r"x\|y" in text
    assert "[mail](" not in text


def test_what_is_odd_about_the_file_is_said():
    text = as_table(
        drawn(
            is_whole=False,
            limit="a line is too long",
            has_header=False,
            uneven_rows=3,
            undecodable_rows=4,
            encoding="utf-8",
            repeated_names=("a",),
        )
    )
    for said in (
        "a line is too long",
        "no header",
        "3 rows have",
        "4 rows hold",
        "repeated names: a",
    ):
        assert said in text


def test_the_target_is_described():
    target = TargetProfile(
        column="y",
        source="its name",
        confidence=0.9,
        class_shares=(0.9, 0.1),
        conflicting_rows=2,
        leaks=(TargetLeak(column="c", how="one_to_one"),),
    )
    text = as_table(drawn(target=target))
    assert "2 classes: the largest has 90.0% of the rows, the smallest 10.0%" in text
    assert "c is the target under other names" in text
    assert "2 rows have the features" in text


def test_a_wide_table_is_shown_in_part():
    text = as_table(drawn(columns=(PLAIN,) * 300, column_count=300))
    assert text.count("x|y") == MOST_SHOWN
    assert "--format json has all" in text
