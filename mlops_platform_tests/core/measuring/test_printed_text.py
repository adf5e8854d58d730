import pytest

from mlops_platform.core.measuring.printed_text import printed_line, printed_text
from mlops_platform.core.measuring.situation import Bar


@pytest.mark.parametrize(
    "prefix",
    [
        "",
        "2026-11-21 10:00:00,123 - INFO - ",
        "2026-11-21 10:00:00,123 INFO ",
        "2026-11-21 10:00:00 - root - INFO - ",
        "2026-11-21 10:00:00 [INFO] ",
        "[2026-11-21 10:00:00,123][__main__][INFO] - ",
        "[2026-11-21 10:00:00,123][src.train][INFO] - ",
        "2026-11-21T10:00:00Z INFO ",
        "INFO:root:",
        "INFO:__main__:",
        "[INFO] ",
        "INFO - ",
        "10:00:00 | ",
        "[10:00:00] INFO ",
        "I1121 10:00:00.000000 1234 train.py:45] ",
        "2026-11-21 10:00:00.123 | INFO     | __main__:main:12 - ",
        "wandb:    ",
        "\x1b[36m[2026-11-21 10:00:00,123]\x1b[0m[\x1b[34m__main__\x1b[0m][\x1b[32mINFO\x1b[0m] - ",
        "\ufffd[36m",
        "[1m",
        "45%|███ | 45/100\r",
    ],
)
def test_what_a_logger_or_a_terminal_adds_is_gone(prefix):
    text = printed_line(1, f"{prefix}accuracy: 0.9").text
    assert text.removeprefix("INFO ") == "accuracy: 0.9"


@pytest.mark.parametrize("moment", ["2026-11-21 10:00:00,123", "2026-11-21T10:00:00Z"])
def test_a_level_behind_a_moment_is_gone(moment):
    assert printed_line(1, f"{moment} INFO best CV f1: 0.9").text == "best CV f1: 0.9"


@pytest.mark.parametrize("text", ["12:30 start", "[SVM] auc: 0.9", "main: 3", "a.b: 0.5", "INFOS"])
def test_what_is_no_prefix_stays(text):
    assert printed_line(1, text).text == text


def test_numbers_are_taken_out_of_what_wraps_them():
    text = "a np.float64(0.5) b tensor(0.25, device='cuda:0') c float32(1e-05) d array(3.)"
    assert printed_line(1, text).text == "a 0.5 b 0.25 c 1e-05 d 3."


def test_a_long_line_is_cut_and_its_number_kept():
    (line,) = printed_text("stdout", "x" * 10_000).lines
    assert (line.number, len(line.text)) == (1, 4096)


@pytest.mark.parametrize(
    ("text", "bar"),
    [
        ("5/5 [====] - 1s 5ms/step", Bar.FINISHED),
        ("4/5 ━━━━ 1s 5ms/step", Bar.OPEN),
        ("45%|████ | 45/100 [00:01<00:01, 40.0it/s]", Bar.OPEN),
        ("accuracy: 0.9", Bar.NONE),
        ("3/4 of the rows", Bar.NONE),
    ],
)
def test_a_bar_is_told_by_what_is_drawn(text, bar):
    assert printed_line(1, text).bar is bar
