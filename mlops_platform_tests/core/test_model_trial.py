import json

import pytest

from mlops_platform.core.model_trial import (
    MARK,
    ModelTrial,
    TrialOrder,
    model_to_try,
    read_trial,
    tables_to_try,
    trial_plan,
)
from mlops_platform.core.run_outcome import Ending
from mlops_platform.core.sections.project_profile import DatasetFile
from mlops_platform_tests.core.executions import attempt, model_file, plan

MODEL = model_file("models/model.pkl")


def said(text, ending=Ending.SUCCEEDED, because=""):
    outcome = attempt(ending).outcome
    log = outcome.log.model_copy(update={"tail": text})
    return read_trial(MODEL, outcome.model_copy(update={"log": log, "because": because}))


def line(**fields):
    return f"chatter\n{MARK}{json.dumps(fields)}\n"


def test_a_trial_runs_where_the_model_was_trained_but_never_with_a_network():
    trained = plan(("A", "1")).model_copy(update={"import_paths": ("lib",)})
    limits = trained.limits.model_copy(update={"network": "bridge", "run_seconds": 9000})
    tried = attempt(Ending.SUCCEEDED)
    order = TrialOrder(
        run_id="r",
        attempt=tried.model_copy(update={"plan": trained.model_copy(update={"limits": limits})}),
        artifacts=(MODEL,),
        tables=("data/train.csv", "data/more.csv"),
        target="churned",
        outputs="/outputs",
        folder="/folder",
    )
    made = trial_plan(order, MODEL)
    (step,) = made.steps
    assert step.arguments == (
        *("python", "-m", "mlops_platform.adapters.model_trial.main"),
        *("./models/model.pkl", "pickle", "--table=./data/train.csv"),
        *("--table=./data/more.csv", "--target=churned"),
    )
    assert made.environment == trained.environment
    assert (made.limits.network, made.limits.run_seconds) == ("none", 300)
    assert made.import_paths == (".", "lib")


def test_tables_named_for_training_come_first_and_pointers_never():
    files = [
        DatasetFile(path="data/all.csv", format="csv", size_bytes=9),
        DatasetFile(path="data/big.parquet", format="parquet", size_bytes=99),
        DatasetFile(path="data/train.csv", format="csv", size_bytes=1),
        DatasetFile(path="train.csv", format="csv", size_bytes=100, is_pointer=True),
        DatasetFile(path="train.xlsx", format="excel", size_bytes=100),
    ]
    assert tables_to_try(files) == ("data/train.csv", "data/big.parquet", "data/all.csv")


def test_whole_models_come_before_weights_and_large_ones_before_small_ones():
    weights = MODEL.model_copy(update={"kind": "safetensors", "size_bytes": 9, "path": "w"})
    small = MODEL.model_copy(update={"path": "a"})
    large = MODEL.model_copy(update={"path": "b", "size_bytes": 7})
    outside = large.model_copy(update={"path": "/box/home/m.pkl", "size_bytes": 99})
    picture = MODEL.model_copy(update={"is_model": False})
    assert model_to_try((weights, small, large, outside, picture)) == large
    assert model_to_try((weights,)) == weights
    assert model_to_try((picture, outside)) is None


def test_the_last_line_that_is_marked_counts():
    first, last = line(is_loaded=True, rows=1), line(is_loaded=True, rows=5, class_name="x.Y")
    trial = said(first + last + "more chatter")
    assert (trial.is_loaded, trial.rows, trial.class_name) == (True, 5, "x.Y")
    assert (trial.model, trial.kind) == ("models/model.pkl", "pickle")


@pytest.mark.parametrize(
    "text",
    [
        f"{MARK}{{",
        f"{MARK}[]",
        f"{MARK}7",
        line(unknown=1),
        line(onnx="splendid"),
        line(rows="many"),
        line(size_bytes=-1),
        f'{MARK}{{"latency_median_ms": 1e999}}',
        f'{MARK}{{"latency_median_ms": NaN}}',
        MARK + "[" * 100_000,
    ],
)
def test_what_a_model_may_have_printed_is_refused(text):
    assert said(text).because == "what the trial said could not be read"


def test_a_model_cannot_say_that_it_is_another():
    assert said(line(model="other.pkl", kind="onnx")).model == "models/model.pkl"


def test_texts_are_bounded_and_obey_no_terminal():
    trial = said(line(because="\x1b[2J" + "x" * 9000))
    assert len(trial.because) == 300
    assert "\x1b" not in trial.because


def test_a_trial_that_said_nothing_says_why():
    assert said("").because == "the trial said nothing"
    assert said("", Ending.OUT_OF_MEMORY).because == "the trial out of memory"
    assert said("", Ending.TIMED_OUT, "It ran for 300 s.").because == "It ran for 300 s."


def test_results_become_evidence_of_a_version():
    trial = ModelTrial(
        model="m.pkl",
        kind="pickle",
        size_bytes=700,
        is_loaded=True,
        class_name="sklearn.svm.SVC",
        input="rows of the training data",
        latency_median_ms=1.23456,
        latency_p95_ms=2.0,
        is_finite=True,
        is_repeatable=None,
        onnx_because="the environment has no onnxruntime",
    )
    facts = dict(trial.facts())
    assert facts["trial_latency_median_ms"] == "1.23"
    assert facts["trial_answers_repeat"] == "unknown"
    assert facts["trial_onnx"] == "not tried (the environment has no onnxruntime)"
    assert dict(ModelTrial(model="m", kind="k", because="x").facts()) == {
        "trial_model": "m",
        "trial_onnx": "not tried",
        "trial_because": "x",
    }
