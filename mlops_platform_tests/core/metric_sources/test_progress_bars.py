from mlops_platform.core.metric_sources import progress_bars
from mlops_platform_tests.core.metric_sources.sources import said, stated, steps

KERAS = (
    "Epoch 1/2\n"
    "5/5 ━━━━ 1s 167ms/step - accuracy: 0.43 - loss: 0.69 - val_accuracy: 0.45 - val_loss: 0.7\n"
    "Epoch 2/2\n"
    "5/5 [====] - 1s 5ms/step - loss: 0.6 - accuracy: 0.5 - val_loss: 0.65 - val_accuracy: 0.5\n"
    "7/7 ━━━━━━━━━━ 0s 2ms/step - accuracy: 0.8 - loss: 0.4\n"
)


def test_the_bar_below_an_epoch_is_of_training_and_validation():
    assert steps(said(progress_bars, KERAS))[:4] == [
        ("accuracy", "train", 1, 0.43),
        ("loss", "train", 1, 0.69),
        ("val_accuracy", "validation", 1, 0.45),
        ("val_loss", "validation", 1, 0.7),
    ]


def test_a_bar_after_the_last_epoch_is_an_evaluation():
    evaluated = said(progress_bars, KERAS)[-2:]
    assert steps(evaluated) == [("accuracy", "", None, 0.8), ("loss", "", None, 0.4)]
    assert all(one.is_final for one in evaluated)


def test_a_line_of_an_epoch_without_a_drawn_bar_is_read_too():
    assert steps(said(progress_bars, "Epoch 1/2\n7/7 - 1s - 113ms/step - loss: 0.69")) == [
        ("loss", "train", 1, 0.69)
    ]


def test_a_bar_that_is_written_over_counts_as_it_was_last():
    written_over = "Epoch 1: 20%|██ | 1/5 [00:00<00:04, 1.0it/s, loss=1]\r" * 3
    text = f"{written_over}Epoch 1: 100%|███| 5/5 [00:05<00:00, 1.0it/s, loss=0.2, v_num=0]"
    assert steps(said(progress_bars, text)) == [("loss", "", 1, 0.2)]


def test_states_on_lines_of_their_own_are_one_bar():
    states = [f"{n}0%|█ | {n}/10 [00:00<00:01, 9.0it/s, loss=0.{n}]" for n in (1, 5, 9)]
    assert stated(progress_bars, "\n".join(states)) == [("loss", 0.9)]
    states = [
        "Epoch 1/1",
        "1/2 [=>..] - 1s 1ms/step - loss: 0.9",
        "2/2 [==] - 1s 1ms/step - loss: 0.5",
    ]
    assert stated(progress_bars, "\n".join(states)) == [("loss", 0.5)]


def test_a_checkpoint_told_within_an_epoch_does_not_end_it():
    text = (
        "Epoch 1/2\n1/2 ━━━━━ 0s 5ms/step - loss: 0.7\n"
        "2/2 ━━━━━ 0s 5ms/step - loss: 0.6\n"
        "Epoch 1: val_loss improved from None to 0.69767, saving model to best.keras\n\n"
        "2/2 ━━━━━ 1s 9ms/step - loss: 0.6 - val_loss: 0.69\n"
    )
    assert {one[2] for one in steps(said(progress_bars, text))} == {1}


def test_the_numbers_of_a_bar_itself_are_no_metrics():
    assert stated(progress_bars, "Loss: 45%|████ | 45/100 [00:01<00:01, 40.0it/s]") == []
    assert stated(progress_bars, "Downloading accuracy: 100%|██| 5/5 [00:00<00:00, 5.1MB/s]") == []
