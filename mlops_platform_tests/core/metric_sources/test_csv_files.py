import pytest

from mlops_platform.core.metric_sources import csv_files
from mlops_platform_tests.core.drawn_runs import draw_files
from mlops_platform_tests.core.metric_sources.sources import measured, sentences, steps


def test_a_history_of_epochs(tmp_path):
    text = "epoch,loss,val_loss,time\n0,0.5,0.6,3\n1,0.4,0.5,3\n"
    found = measured(csv_files, draw_files(tmp_path, {"keras_log.csv": text}))
    assert steps(found) == [
        ("loss", "train", 0, 0.5),
        ("val_loss", "validation", 0, 0.6),
        ("loss", "train", 1, 0.4),
        ("val_loss", "validation", 1, 0.5),
    ]


def test_columns_with_blanks_and_groups_in_their_names(tmp_path):
    text = "   epoch,  train/box_loss,  metrics/mAP50(B)\n  1,  1.5,  0.25\n"
    found = measured(csv_files, draw_files(tmp_path, {"runs/results.csv": text}))
    assert steps(found) == [("train/box_loss", "train", 1, 1.5), ("metrics/mAP50(B)", "", 1, 0.25)]


def test_a_row_for_each_model(tmp_path):
    text = "Model,Accuracy,Training time\nForest,0.9,3.5\nLine,0.8,0.1\n"
    found = measured(csv_files, draw_files(tmp_path, {"scores.csv": text}))
    assert [(one.qualifier, one.value, one.line) for one in found] == [
        ("Forest", 0.9, 2),
        ("Line", 0.8, 3),
    ]


def test_a_search_counts_with_its_best_candidate(tmp_path):
    text = ",mean_test_score,std_test_score,rank_test_score\n0,0.7,0.1,2\n1,0.8,0.1,1\n"
    (one,) = measured(csv_files, draw_files(tmp_path, {"grid_search.csv": text}))
    assert (one.name, one.value, one.split) == ("mean_test_score", 0.8, "validation")


def test_one_column_with_one_value(tmp_path):
    files = draw_files(tmp_path, {"test_set_score.csv": "test_set_score\n0.6229166666666667\n"})
    assert steps(measured(csv_files, files)) == [
        ("test_set_score", "test", None, 0.6229166666666667)
    ]


def test_names_and_numbers_in_two_columns(tmp_path):
    files = draw_files(tmp_path, {"out/metrics.csv": "metric,value\naccuracy,0.9\nrows,80\n"})
    assert steps(measured(csv_files, files)) == [("accuracy", "", None, 0.9)]


def test_only_rows_that_were_added_count(tmp_path):
    before = {"scores.csv": "run,accuracy\nold,0.5\n"}
    after = {"scores.csv": "run,accuracy\nold,0.5\nnew,0.9\n"}
    (one,) = measured(csv_files, draw_files(tmp_path, after, before))
    assert (one.qualifier, one.value, one.line) == ("new", 0.9, 3)


def test_rows_that_were_there_before_do_not_count_wherever_they_stand(tmp_path):
    before = {"scores.csv": "model,accuracy\nold,0.5\nolder,0.4\n"}
    after = {"scores.csv": "model,accuracy\nnew,0.9\nold,0.5\nolder,0.4\n"}
    found = measured(csv_files, draw_files(tmp_path, after, before))
    assert [(one.qualifier, one.line) for one in found] == [("new", 2)]


def test_a_table_that_was_written_anew_counts_as_a_whole(tmp_path):
    before = {"scores.csv": "model,accuracy\na,0.5\nb,0.4\n"}
    after = {"scores.csv": "model,accuracy\na,0.6\nb,0.4\n"}
    found = measured(csv_files, draw_files(tmp_path, after, before))
    assert [(one.qualifier, one.value) for one in found] == [("a", 0.6), ("b", 0.4)]


@pytest.mark.parametrize(
    ("path", "header"),
    [
        ("data/train.csv", "age,credit_score,error"),
        ("predictions.csv", "id,score"),
        ("results/predictions.csv", "id,accuracy"),
    ],
)
def test_tables_of_data_and_predictions_are_no_metrics(tmp_path, path, header):
    rows = "\n".join(",".join(["0.5"] * (header.count(",") + 1)) for _ in range(200))
    assert measured(csv_files, draw_files(tmp_path, {path: f"{header}\n{rows}\n"})) == []


def test_a_small_table_of_data_with_a_column_called_score_is_no_metric(tmp_path):
    files = draw_files(tmp_path, {"sample.csv": "name,score\nann,7.5\nbob,3.5\n"})
    assert measured(csv_files, files) == []


def test_a_table_of_a_tracker_is_left_to_its_reader(tmp_path):
    path = "lightning_logs/version_0/metrics.csv"
    assert measured(csv_files, draw_files(tmp_path, {path: "epoch,loss\n0,0.5\n"})) == []


def test_an_endless_cell_is_said(tmp_path):
    text = 'accuracy\n"' + "x" * 200_000 + "\n"
    (sentence,) = sentences(csv_files, draw_files(tmp_path, {"metrics.csv": text}))
    assert sentence == "metrics.csv: not a table"


def test_the_scores_of_a_cross_validation_are_of_its_folds(tmp_path):
    text = "fit_time,score_time,test_score\n0.1,0.01,0.8\n0.1,0.01,0.9\n"
    found = measured(csv_files, draw_files(tmp_path, {"out/metrics.csv": text}))
    assert [(one.split, one.value, one.is_final) for one in found] == [
        ("validation", 0.8, False),
        ("validation", 0.9, False),
    ]
