from pathlib import Path

from mlops_platform.core.compare_named_tables import compare_named_tables
from mlops_platform.core.named_tables import Comparison


def answer(tmp_path, current, **more):
    (tmp_path / "a.csv").write_text("x,y\n" + "1,2\n3,4\n" * 50)
    asked = Comparison(
        reference=tmp_path / "a.csv", current=tmp_path / current, names=("a.csv", current), **more
    )
    return compare_named_tables(asked)


def test_tables_are_shown_as_they_were_spelled(tmp_path):
    result = answer(tmp_path, "../" + tmp_path.name + "/a.csv", target="x").result
    assert (result.reference, result.current) == ("a.csv", f"../{tmp_path.name}/a.csv")
    assert result.classification == "no_drift"


def test_what_was_not_read_stands_beside_the_name(tmp_path):
    Path(tmp_path / "b.jsonl").write_text('{"x": 1, "y": 2}\n' * 30 + "{\n")
    result = answer(tmp_path, "b.jsonl").result
    assert result.current == "b.jsonl (reading ended near line 31: no valid JSON)"
    assert (result.current_rows, result.features_compared) == (30, 2)


def test_what_cannot_be_compared_is_one_sentence(tmp_path):
    assert answer(tmp_path, "gone").failure.startswith("gone cannot be read as a table: it is no")
    assert "target column 'z'" in answer(tmp_path, "a.csv", target="z").failure
