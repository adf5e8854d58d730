from mlops_platform.core.comparison_formats.table import render, render_coloured
from mlops_platform_tests.core.comparison_formats.compared import five_runs, hostile_runs, two_runs


def test_the_verdict_comes_first_and_then_the_metrics_that_decided():
    lines = render(two_runs()).splitlines()
    assert lines[0].startswith("Promote B: B is better, and nothing is worse: `accuracy` 0.8 → 0.9")
    assert any(line.startswith("A  ") and "run 3 times" in line for line in lines)
    metrics = [line.split()[0] for line in lines if "better" in line and "%" in line]
    assert metrics == ["accuracy", "log_loss"]
    assert any(line.startswith("lr ") and "old" in line and "new" in line for line in lines)
    assert "compare-runs" in lines[-1] or "compare-runs" in lines[-2]


def test_five_runs_stand_side_by_side_without_a_verdict():
    text = render(five_runs())
    assert "Promote" not in text
    assert max(map(len, text.splitlines())) <= 140
    for letter in "ABCDE":
        assert f"\n{letter}  " in f"\n{text}"


def test_a_terminal_is_never_commanded():
    text = render(hostile_runs())
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert max(map(len, text.splitlines())) <= 100


def test_colours_are_for_terminals_only():
    assert "\x1b" not in render(two_runs())
    assert "\x1b[" in render_coloured(two_runs())
