"""Which names of libraries are metrics, and of which task."""

import re

PACKAGES = ("sklearn.metrics.", "torchmetrics.", "seqeval.metrics.", "imblearn.metrics.")
REPORTS = (
    "dvclive.Live.log_sklearn_plot",
    "mlflow.evaluate",
    "mlflow.models.evaluate",
    "scikitplot.metrics.",
    "tensorflow.math.confusion_matrix",
    "wandb.plot.confusion_matrix",
    "wandb.plot.pr_curve",
    "wandb.plot.roc_curve",
    "wandb.sklearn.",
    "yellowbrick.classifier.",
)
"""Functions that draw or list errors by class."""

REGRESSION = frozenset(
    "mean_squared_error root_mean_squared_error mean_absolute_error r2_score median_absolute_error"
    " mean_absolute_percentage_error explained_variance_score max_error mean_squared_log_error"
    " mean_pinball_loss mean_poisson_deviance mean_gamma_deviance d2_absolute_error_score"
    " MeanSquaredError MeanAbsoluteError R2Score MeanAbsolutePercentageError PearsonCorrCoef"
    " PredictionErrorDisplay".split()
)
CLUSTERING = ("silhouette", "davies_bouldin", "calinski", "adjusted_", "homogeneity", "v_meas")
CLASSIFICATION = frozenset(
    "accuracy_score auc average_precision_score balanced_accuracy_score brier_score_loss"
    " classification_report cohen_kappa_score confusion_matrix det_curve f1_score fbeta_score"
    " hamming_loss hinge_loss jaccard_score log_loss matthews_corrcoef multilabel_confusion_matrix"
    " precision_recall_curve precision_recall_fscore_support precision_score recall_score"
    " roc_auc_score roc_curve top_k_accuracy_score zero_one_loss class_likelihood_ratios"
    " plot_confusion_matrix plot_roc_curve ConfusionMatrixDisplay RocCurveDisplay"
    " PrecisionRecallDisplay DetCurveDisplay geometric_mean_score sensitivity_score"
    " specificity_score classification_report_imbalanced sensitivity_specificity_support"
    " Accuracy BinaryAccuracy MulticlassAccuracy F1Score BinaryF1Score MulticlassF1Score"
    " Precision Recall AUROC BinaryAUROC MulticlassAUROC AveragePrecision ConfusionMatrix"
    " BinaryConfusionMatrix MulticlassConfusionMatrix MatthewsCorrCoef CohenKappa ROC Specificity"
    " accuracy f1 precision recall auroc".split()
)

_FROM = re.compile(r"(.*\.[A-Z]\w*)\.(?:from_\w+|plot)")


def task_of_metric(name: str) -> str:
    """Return the task that a metric is of, by its plain name; "" for what is no metric."""
    last = name.rpartition(".")[2]
    if name.startswith(REPORTS):
        return "classification"
    if not name.startswith(PACKAGES):
        return ""
    if last in REGRESSION:
        return "regression"
    if last in CLASSIFICATION:
        return "classification"
    return "clustering" if last.startswith(CLUSTERING) or "mutual_info" in last else ""


def plain_name(name: str) -> str:
    """Return a name without a method's dot, TensorFlow's prefix of Keras, or `.from_…`."""
    plain = name.lstrip(".")
    if plain.startswith("tensorflow.keras"):
        plain = plain.removeprefix("tensorflow.")
    made = _FROM.fullmatch(plain)
    return made[1] if made else plain
