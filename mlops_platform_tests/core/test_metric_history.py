from mlops_platform.core.errors import PlatformError
from mlops_platform.core.metric_history import metric_histories, recorded_metrics
from mlops_platform.core.recorded_run import RecordedMetric, RunStatus
from mlops_platform.core.triggers.metric_declined import pull
from mlops_platform_tests.core.executions import recorded
from mlops_platform_tests.core.triggers.situations import situation
from mlops_platform_tests.fakes.experiments import MemoryExperiments


def test_values_are_oldest_first_whatever_the_order_of_the_runs():
    runs = [recorded(f"r{n}", {"accuracy": n / 10}, minute=n) for n in (3, 1, 2)]
    (history,) = metric_histories(runs)
    assert (history.metric, history.is_higher_better) == ("accuracy", True)
    assert history.values == (0.1, 0.2, 0.3)


def test_only_what_can_decline_counts():
    def run(name, minute):
        metrics = (
            RecordedMetric(key="accuracy", value=0.9, direction="higher", split="test"),
            RecordedMetric(key="rows", value=100.0),
            RecordedMetric(key="train_accuracy", value=1.0, direction="higher", split="train"),
            RecordedMetric(key="loss", value=0.1, direction="lower", is_final=False),
        )
        return recorded(name, metrics=metrics, minute=minute)

    assert [each.metric for each in metric_histories([run("a", 1), run("b", 2)])] == ["accuracy"]


def test_failed_runs_and_single_values_are_no_history():
    failed = recorded("b", {"accuracy": 0.1}, minute=2, status=RunStatus.FAILED)
    assert metric_histories([recorded("a", {"accuracy": 0.9}), failed]) == ()
    assert metric_histories([]) == ()


def test_what_an_evaluation_measured_stands_before_what_training_printed():
    trained = [recorded(f"t{n}", {"accuracy": 0.99}, minute=n) for n in range(3)]
    tested = [
        recorded(f"e{n}", {"accuracy": 0.8 + n / 100}, minute=n, purpose="evaluate")
        for n in range(2)
    ]
    (history,) = metric_histories([*trained, *tested])
    assert history.values == (0.8, 0.81)
    (history,) = metric_histories([*trained, tested[0]])
    assert history.values == (0.99, 0.99, 0.99)


def test_a_direction_that_changed_between_runs_is_no_history():
    runs = [
        recorded(d, metrics=(RecordedMetric(key="score", value=1.0, direction=d),), minute=n)
        for n, d in enumerate(("higher", "lower"))
    ]
    assert metric_histories(runs) == ()


def test_a_decline_against_the_runs_before_pulls_the_trigger():
    values = (0.90, 0.91, 0.90, 0.84)
    runs = [recorded(f"r{n}", {"accuracy": v}, minute=n) for n, v in enumerate(values)]
    assert pull(situation(metrics=metric_histories(runs))).urgency == "soon"
    runs[-1] = recorded("r3", {"accuracy": 0.80}, minute=3)
    assert pull(situation(metrics=metric_histories(runs))).urgency == "immediate"
    runs[-1] = recorded("r3", {"accuracy": 0.89}, minute=3)
    assert pull(situation(metrics=metric_histories(runs))) is None


class NoAnswer:
    """An experiment store that is down."""

    def runs(self, repository):
        raise PlatformError(f"MLflow does not answer for {repository}.")


def test_the_histories_of_a_store_are_told_or_why_there_are_none():
    runs = [recorded(f"r{n}", {"accuracy": 0.9}, minute=n) for n in (1, 2)]
    read = recorded_metrics(MemoryExperiments(runs), runs[0].repository)
    assert [each.metric for each in read.histories] == ["accuracy"]
    assert recorded_metrics(MemoryExperiments(runs), "github.com/acme/other") == ((), "")
    assert recorded_metrics(NoAnswer(), "x") == ((), "MLflow does not answer for x.")
