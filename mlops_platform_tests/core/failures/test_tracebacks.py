"""Tests of reading tracebacks."""

from mlops_platform.core.failures.tracebacks import read_tracebacks
from mlops_platform_tests.core.failures.failing import printed

RICH = """
╭───────────────────── Traceback (most recent call last) ──────────────────────╮
│ /box/src/train.py:12 in main                                                 │
│                                                                              │
│   11 def main():                                                             │
│ ❱ 12     raise KeyError("x")                                                 │
╰──────────────────────────────────────────────────────────────────────────────╯
MyOwnError: the table is empty
"""


def test_frames_carry_their_line_of_code() -> None:
    (raised,) = read_tracebacks(printed("own_key").splitlines())
    assert (raised.kind, raised.message) == ("KeyError", "'b'")
    assert [(frame.line, frame.function) for frame in raised.frames] == [
        (4, "<module>"),
        (3, "main"),
    ]
    assert raised.frames[-1].code == 'return d["b"]'


def test_a_chain_begins_with_its_root() -> None:
    chain = read_tracebacks(printed("mlflow_file").splitlines())
    assert chain[-1].name == "mlflow.exceptions.MlflowException"
    assert chain[-1].kind == "MlflowException"
    lines = [
        "Traceback (most recent call last):",
        '  File "/box/src/a.py", line 1, in <module>',
        "    import b",
        "ModuleNotFoundError: No module named 'b'",
        "",
        "The above exception was the direct cause of the following exception:",
        "",
        "Traceback (most recent call last):",
        '  File "/box/src/a.py", line 3, in <module>',
        "ValueError: needs b",
    ]
    assert [each.kind for each in read_tracebacks(lines)] == ["ModuleNotFoundError", "ValueError"]


def test_an_exception_that_was_only_shown_before_is_not_part_of_the_chain() -> None:
    lines = [*printed("own_key").splitlines(), "retrying", *printed("asserts").splitlines()]
    assert [each.kind for each in read_tracebacks(lines)] == ["AssertionError"]


def test_an_indented_traceback_is_read_too() -> None:
    lines = [f"      {line}" for line in printed("own_key").splitlines()]
    assert read_tracebacks(lines)[0].kind == "KeyError"


def test_a_prompt_may_stand_before_it() -> None:
    assert read_tracebacks(printed("inputs").splitlines())[0].kind == "EOFError"


def test_a_message_may_have_many_lines() -> None:
    (raised,) = read_tracebacks(printed("np_float").splitlines())
    assert raised.first_line == "AttributeError: module 'numpy' has no attribute 'float'."
    assert "deprecated alias" in raised.message


def test_a_syntax_error_has_no_headline() -> None:
    (raised,) = read_tracebacks(printed("syntax").splitlines())
    assert raised.kind == "SyntaxError"
    assert raised.frames[-1].line == 1


def test_rich_draws_a_box() -> None:
    (raised,) = read_tracebacks(RICH.splitlines())
    assert (raised.kind, raised.message) == ("MyOwnError", "the table is empty")
    assert raised.frames[-1][:3] == ("/box/src/train.py", 12, "main")


def test_a_headline_may_be_cut_off() -> None:
    lines = printed("own_key").splitlines()[1:]
    (raised,) = read_tracebacks(lines)
    assert [frame.function for frame in raised.frames] == ["<module>", "main"]


def test_without_an_exception_there_is_none() -> None:
    assert read_tracebacks(["accuracy: 0.9", "done"]) == ()
    assert read_tracebacks(["Traceback (most recent call last):"]) == ()
