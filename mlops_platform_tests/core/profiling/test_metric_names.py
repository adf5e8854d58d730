import pytest

from mlops_platform.core.profiling.metric_names import plain_name, task_of_metric


@pytest.mark.parametrize(
    ("name", "task"),
    [
        ("sklearn.metrics.f1_score", "classification"),
        ("sklearn.metrics.ConfusionMatrixDisplay", "classification"),
        ("sklearn.metrics.r2_score", "regression"),
        ("sklearn.metrics.silhouette_score", "clustering"),
        ("sklearn.metrics.normalized_mutual_info_score", "clustering"),
        ("torchmetrics.Accuracy", "classification"),
        ("torchmetrics.classification.MulticlassF1Score", "classification"),
        ("torchmetrics.functional.accuracy", "classification"),
        ("dvclive.Live.log_sklearn_plot", "classification"),
        ("sklearn.metrics.make_scorer", ""),
        ("sklearn.metrics.pairwise.cosine_similarity", ""),
        ("torchmetrics.MaxMetric", ""),
        ("torchmetrics.Accuracy.compute", ""),
        ("wandb.plot.confusion_matrix", "classification"),
        ("wandb.plot.bar", ""),
        ("mine.f1_score", ""),
    ],
)
def test_a_metric_is_of_a_task(name, task):
    assert task_of_metric(name) == task


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("sklearn.metrics.RocCurveDisplay.from_predictions", "sklearn.metrics.RocCurveDisplay"),
        ("tensorflow.keras.Sequential", "keras.Sequential"),
        (".predict_proba", "predict_proba"),
        ("pandas.read_csv", "pandas.read_csv"),
    ],
)
def test_a_name_is_told_plainly(name, plain):
    assert plain_name(name) == plain
