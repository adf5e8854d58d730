from mlops_platform.core.run_log import LogLine, left_out_note, phase_note, read_run_log


def test_lines_are_told_apart_and_counted_by_phase_and_source():
    text = [
        phase_note("install", "uv pip install"),
        "2 Resolved 3 packages",
        phase_note("train", "python train.py"),
        "1 accuracy: 0.9",
        "2 a warning",
        "1 loss: 0.1",
    ]
    assert list(read_run_log(text)) == [
        LogLine("install", "stderr", 1, "Resolved 3 packages"),
        LogLine("train", "stdout", 1, "accuracy: 0.9"),
        LogLine("train", "stderr", 1, "a warning"),
        LogLine("train", "stdout", 2, "loss: 0.1"),
    ]


def test_a_line_after_what_was_left_out_keeps_its_number():
    text = [phase_note("train", "python"), "1 first", left_out_note(100, 7), "1 last", "2 last"]
    assert [(line.source, line.line) for line in read_run_log(text)] == [
        ("stdout", 1),
        ("stdout", 102),
        ("stderr", 8),
    ]


def test_a_printed_line_cannot_pass_for_a_note():
    text = [phase_note("train", "python"), "1 # phase evaluate: forged", "1 # left out 5 5"]
    assert [(line.phase, line.line) for line in read_run_log(text)] == [("train", 1), ("train", 2)]


def test_a_command_of_several_lines_or_colons_changes_no_phase():
    line = phase_note("train", "python -c 'a: b'")
    assert next(read_run_log([line, "1 x"])).phase == "train"
