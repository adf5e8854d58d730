import pytest

from mlops_platform.core.measuring.metric_name import is_no_metric, metric_name


@pytest.mark.parametrize(
    ("name", "key", "split"),
    [
        ("accuracy", "accuracy", ""),
        ("Acc", "accuracy", ""),
        ("testAccuracy", "accuracy", "test"),
        ("val/acc", "accuracy", "validation"),
        ("loss_train", "loss", "train"),
        ("eval_loss", "loss", "validation"),
        ("Hold-out AUC", "roc_auc", "test"),
        ("out-of-sample R²", "r2", "test"),
        ("In-sample RMSE", "rmse", "train"),
        ("Cross-validation accuracy", "accuracy", "validation"),
        ("F1 score (macro)", "macro_f1", ""),
        ("avg precision", "average_precision", ""),
        ("average loss", "mean_loss", ""),
        ("Mean Squared Error", "mse", ""),
        ("top-5 accuracy", "top5_accuracy", ""),
        ("NDCG@10", "ndcg_10", ""),
        ("metrics/mAP50-95(B)", "map50_95", ""),
        ("Accuracy of the network on the 10000 test images", "accuracy", "test"),
        ("RandomForest accuracy", "randomforest_accuracy", ""),
        ("RMSE score", "rmse", ""),
        ("box_loss", "box_loss", ""),
        ("validation_1-logloss", "log_loss_1", "validation"),
        ("Precisión del modelo", "precision", ""),
        ("Lucro", "profit", ""),
    ],
)
def test_a_name_has_its_key_and_its_split(name, key, split):
    found = metric_name(name)
    assert (found.key, found.split) == (key, split)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "loss weight",
        "accuracy threshold",
        "number of accuracy checks",
        "target accuracy",
        "accuracy std",
        "learning rate",
        "mort_acc",
        "pub.rec",
        "BAG_L1",
        "credit score",
        "score",
        "error",
        "error code",
        "loss of balance",
        "accuracy " * 50,
        "one two three four five accuracy",
    ],
)
def test_other_names_are_none(name):
    assert metric_name(name) is None


def test_a_word_of_everyday_language_counts_beside_a_known_one_or_a_step():
    assert metric_name("test score").key == "score"
    assert metric_name("cost") is None
    assert metric_name("cost", is_in_series=True).key == "cost"


@pytest.mark.parametrize(
    "name", ["training_time", "lr", "n_samples", "epoch", "system/cpu", "seed"]
)
def test_times_counts_and_settings_are_no_metrics(name):
    assert is_no_metric(name)


@pytest.mark.parametrize("name", ["uplift", "accuracy", "churn saved"])
def test_what_may_be_a_metric_is_not_refused(name):
    assert not is_no_metric(name)
