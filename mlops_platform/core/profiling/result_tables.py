"""Tables that training left behind, told from their columns: scores, histories, predictions.

They are no data to learn from. One word such as `loss` or `accuracy` may be a measurement of
anything; two kinds of score beside each other, or scores of each epoch, are of a model.
"""

import re
from collections.abc import Sequence

_KINDS = {
    "accuracy": "accuracy|acc",
    "loss": "loss",
    "area": "auc|auroc|roc_?auc|average_?precision|avg_?precision|pr_?auc",
    "precision": "precision",
    "recall": "recall",
    "f1": "f1[_-]?score|f1",
    "absolute": "mae|mean_absolute_error",
    "squared": "r?mse|(?:root_)?mean_squared_error",
    "percentage": "s?mape",
    "explained": r"r2|r\^2|r2[_-]?score|r[_ -]squared",
    "overlap": "m?iou|dice",
}
_MEASURE = {
    kind: re.compile(rf"(?<![a-z])(?:{words})(?:[_ ](?:mean|std|score))?(?:[_ ]?\(.{{1,9}}\))?$")
    for kind, words in _KINDS.items()
}
_RUNS = frozenset(
    "epoch epochs step steps iteration iter fold trial run run_id model models model_name"
    " algorithm classifier regressor method experiment metric metrics".split()
)
_COLUMNS = frozenset({"feature", "features", "feature_name", "variable", "column"})
_OF_COLUMNS = re.compile(r"importance|coefficient|coef|shap|correlation|dtype|missing_pct|gain")
_DESCRIBED = frozenset({"count", "mean", "std", "min", "25%", "50%", "75%", "max"})
_TRUE = frozenset({"actual", "actuals", "y_true", "true", "truth", "actual_price", "true_label"})
_PREDICTED = re.compile(r"predicted|predictions?|y_?pred|y_?hat|predicted_\w+|pred_label")
_LEAST_SHARE = 0.25
_LEAST_DESCRIBED = 6


def is_result_table(header: Sequence[str]) -> bool:
    """Tell whether a table of these columns holds what models scored, weighed or predicted."""
    names = [re.sub(r"\s+", "_", name.strip().lower()) for name in header]
    columns = [name for name in names if name]
    if not columns:
        return False
    return (
        _holds_scores(columns)
        or _is_about_columns(columns)
        or len(_DESCRIBED.intersection(columns)) >= _LEAST_DESCRIBED
        or (not _TRUE.isdisjoint(columns) and any(_PREDICTED.fullmatch(each) for each in columns))
    )


def _holds_scores(columns: list[str]) -> bool:
    kinds = [_kind(each) for each in columns]
    scores = [kind for kind in kinds if kind]
    if _RUNS.intersection(columns) and len(scores) * 2 >= len(columns) - 1 > 0:
        return True
    return len(set(scores)) > 1 and len(scores) >= _LEAST_SHARE * len(columns)


def _kind(column: str) -> str:
    return next((kind for kind, words in _MEASURE.items() if words.search(column)), "")


def _is_about_columns(columns: list[str]) -> bool:
    others = [each for each in columns if each not in _COLUMNS]
    is_named = len(others) < len(columns)
    return is_named and any(_OF_COLUMNS.search(each) for each in others)
