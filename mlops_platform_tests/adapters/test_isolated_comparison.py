import json
from pathlib import Path

import msgspec
import polars as pl
import pytest

from mlops_platform.adapters.forked_reader import ForkedReader
from mlops_platform.adapters.isolated_attempt import limits_at_terminal
from mlops_platform.adapters.isolated_comparison import ComparisonCall, IsolatedComparison
from mlops_platform.core.drift.result import DriftResult
from mlops_platform.core.errors import GatheringFailedError
from mlops_platform.core.named_tables import Comparison, ComparisonAnswer
from mlops_platform_tests.core.drift_formats.drawn_results import a_full_result

LIMITS = limits_at_terminal()._replace(wall_seconds=60)


class Answers:
    """Fits `Readers`: writes what it was made with as the answer of every reader."""

    def __init__(self, text: bytes, code: int = 0) -> None:
        self.text, self.code, self.request = text, code, {}

    def start(self) -> None:
        raise AssertionError

    def run(self, place: Path, _deadline: float) -> int:
        self.request = json.loads((place / "request").read_text())
        (place / "result").write_bytes(self.text)
        return self.code


def asked(tmp_path, name="b.parquet"):
    pl.DataFrame({"x": [1.0, 2.0] * 50}).write_parquet(tmp_path / "a.parquet")
    pl.DataFrame({"x": [1.0, 9.0] * 50}).write_parquet(tmp_path / "b.parquet")
    return Comparison(tmp_path / "a.parquet", tmp_path / name, ("a", "b"))


@pytest.mark.integration
def test_two_tables_are_compared_in_a_child(tmp_path):
    answer = IsolatedComparison(ForkedReader(), LIMITS).compare(asked(tmp_path))
    assert isinstance(answer.result, DriftResult)
    assert (answer.result.features[0].name, answer.result.classification) == ("x", "feature_drift")


@pytest.mark.integration
def test_what_cannot_be_compared_is_said(tmp_path):
    answer = IsolatedComparison(ForkedReader(), LIMITS).compare(asked(tmp_path, "gone"))
    assert (answer.result, answer.failure[:23]) == (None, "b cannot be read as a t")


def test_a_result_arrives_as_it_was(tmp_path):
    sent = ComparisonAnswer(result=a_full_result())
    readers = Answers(msgspec.json.encode(sent))
    assert IsolatedComparison(readers, LIMITS).compare(asked(tmp_path)) == sent
    assert readers.request["may_read"] == [
        str(tmp_path / name) for name in ("a.parquet", "b.parquet")
    ]


BAD = {
    "no JSON": b"{",
    "nothing": b"",
    "another form": b'{"result": {"features": []}, "failure": ""}',
    "a field too many": b'{"failure": "", "more": 1}',
    "a text for a number": msgspec.json.encode(ComparisonAnswer(result=a_full_result())).replace(
        b'"reference_rows":', b'"reference_rows":"x","current_rows":1,"was":', 1
    ),
    "no number": msgspec.json.encode(
        ComparisonAnswer(result=msgspec.structs.replace(a_full_result(), overall_drift_score="nan"))
    ),
}


@pytest.mark.parametrize("text", BAD.values(), ids=BAD)
def test_a_result_that_is_none_is_one_sentence(tmp_path, text):
    with pytest.raises(GatheringFailedError, match="does not have its own form") as failure:
        IsolatedComparison(Answers(text), LIMITS).compare(asked(tmp_path))
    assert str(failure.value).isprintable()


def test_a_reader_that_dies_is_one_sentence(tmp_path):
    with pytest.raises(GatheringFailedError, match=r"reading crashed the reader \(SIGSEGV\)"):
        IsolatedComparison(Answers(b"", -11), LIMITS).compare(asked(tmp_path))


def test_the_child_is_asked_what_was_asked(tmp_path):
    readers = Answers(msgspec.json.encode(ComparisonAnswer(failure="no")))
    IsolatedComparison(readers, LIMITS).compare(asked(tmp_path)._replace(target="x"))
    call = ComparisonCall(readers.request["asked"])
    answer = call.answer(None)
    assert answer.result.target == "x"
    assert msgspec.json.decode(call.text(answer), type=ComparisonAnswer) == answer
