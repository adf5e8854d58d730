"""Comparisons to be written: plain, of five runs, and of hostile names."""

from mlops_platform.core.compare_runs import compare_runs
from mlops_platform.core.comparing.comparison import Comparison
from mlops_platform_tests.core.executions import recorded

OLD, NEW = "a" * 40, "b" * 40
EVIL = "<script>alert(1)</script>\x1b[2J|`x`\u202e"


def two_runs() -> Comparison:
    old, new = (
        [
            recorded(
                f"{name}{n}",
                {"accuracy": value + n / 1000, "log_loss": 1 - value, "train_loss": 0.1},
                commit=commit,
                experiment_id="1",
                link="http://127.0.0.1:5000/#/experiments/1/runs/x",
                parameters=(("lr", name), ("seed", str(n))),
            )
            for n in range(3)
        ]
        for name, commit, value in (("old", OLD, 0.8), ("new", NEW, 0.9))
    )
    return compare_runs([old[0], new[0]], [*old, *new])


def five_runs() -> Comparison:
    return compare_runs([recorded(f"run-{n}", {"accuracy": n / 10}) for n in range(5)])


def hostile_runs() -> Comparison:
    return compare_runs(
        [
            recorded(
                name,
                {EVIL: 0.1, "x" * 300: 1e308, "=1+1": -1e-308},
                commit=name * 40,
                cause=EVIL,
                parameters=((EVIL, EVIL + name),),
            )
            for name in "ab"
        ]
    )
