"""Tests of a log as bounded clean lines."""

from mlops_platform.core.failures.log_lines import log_lines, quoted, without_box


def test_marks_of_a_kept_log_are_taken_off() -> None:
    tail = "cut off\n1 epoch 1\n2 Traceback\n# phase train: python train.py\n1 \n2 end\n"
    assert log_lines(tail)[1:] == ("epoch 1", "Traceback", "", "end")


def test_a_log_without_marks_stays_as_it_is() -> None:
    assert log_lines("1 epoch\n2 epochs\nthree") == ("1 epoch", "2 epochs", "three")


def test_colours_are_gone_even_without_their_escape_character() -> None:
    assert log_lines("a\n\x1b[1;31mred\x1b[0m\n[93mpale[0m\n") == ("a", "red", "pale")


def test_lines_and_logs_are_bounded() -> None:
    assert len(log_lines("x" * 10_000)[0]) == 4096
    assert sum(map(len, log_lines("line\n" * 200_000))) <= 256 * 1024


def test_boxes_are_taken_off() -> None:
    assert without_box("│ Missing argument 'data'.      │") == "Missing argument 'data'."
    assert without_box("  ╰─▶ Because a") == "Because a"
    assert without_box("plain | text") == "plain | text"


def test_a_quote_is_one_clean_short_line() -> None:
    assert quoted("a\u202eb\n  c") == "a\ufffdb c"
    assert len(quoted("x" * 1000)) == 240


def test_a_quote_names_files_as_the_repository_does() -> None:
    assert quoted("No such file: '/box/src/data/rows.csv'") == "No such file: 'data/rows.csv'"
