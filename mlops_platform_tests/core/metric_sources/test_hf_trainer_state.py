import json

from mlops_platform.core.metric_sources import hf_trainer_state
from mlops_platform_tests.core.drawn_runs import draw_files
from mlops_platform_tests.core.metric_sources.sources import measured, sentences, steps


def state(step, *log):
    return json.dumps({"global_step": step, "log_history": list(log)})


FIRST = {"epoch": 1.0, "grad_norm": 0.5, "learning_rate": 1e-5, "loss": 0.7, "step": 5}
SECOND = {"epoch": 1.0, "eval_loss": 0.6, "eval_runtime": 0.4, "step": 5}
LAST = {"epoch": 2.0, "train_loss": 0.65, "total_flos": 100.0, "step": 10}


def test_the_series_of_a_training(tmp_path):
    files = draw_files(tmp_path, {"out/trainer_state.json": state(10, FIRST, SECOND, LAST)})
    assert steps(measured(hf_trainer_state, files)) == [
        ("loss", "train", 5, 0.7),
        ("eval_loss", "validation", 5, 0.6),
        ("train_loss", "train", 10, 0.65),
    ]


def test_of_several_checkpoints_the_last_one_tells_all(tmp_path):
    files = {
        "out/checkpoint-10/trainer_state.json": state(10, FIRST, SECOND),
        "out/checkpoint-5/trainer_state.json": state(5, FIRST),
    }
    found = measured(hf_trainer_state, draw_files(tmp_path, files))
    assert {one.source for one in found} == {"out/checkpoint-10/trainer_state.json"}


def test_trainings_in_different_folders_are_two(tmp_path):
    files = {f"{name}/trainer_state.json": state(5, FIRST) for name in ("a", "b")}
    found = measured(hf_trainer_state, draw_files(tmp_path, files))
    assert [one.source for one in found] == ["a/trainer_state.json", "b/trainer_state.json"]


def test_a_state_of_another_form_states_nothing(tmp_path):
    for text in ('{"log_history": 3}', '{"log_history": [3, {"step": "x"}]}', "[]"):
        files = draw_files(tmp_path, {"trainer_state.json": text})
        assert measured(hf_trainer_state, files) == []
    files = draw_files(tmp_path, {"trainer_state.json": "{"})
    assert sentences(hf_trainer_state, files) == ["trainer_state.json: not valid JSON"]


def test_a_loss_that_is_not_finite_is_not_lost_silently(tmp_path):
    text = '{"global_step": 1, "log_history": [{"loss": NaN, "step": 1}]}'
    (one,) = measured(hf_trainer_state, draw_files(tmp_path, {"trainer_state.json": text}))
    assert one.value == float("inf")
