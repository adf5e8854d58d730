"""Which functions and classes of libraries a program trains and scores with, by their role."""

from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import NamedTuple

from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.flow.knowledge import knowledge
from mlops_platform.core.facts.notebooks import Notebook
from mlops_platform.core.facts.own_code import place_in
from mlops_platform.core.facts.source_code import Call, SourceFile
from mlops_platform.core.sections.training_assessment import LearningTool, ToolRole

MOST_TOOLS = 400
MOST_ALIKE = 3
"""Calls of one name in one program; what more of them say is the same."""

BASELINES = frozenset(
    {"sklearn.dummy.DummyClassifier", "sklearn.dummy.DummyRegressor"}
    | {"mlxtend.classifier.OneRClassifier"}
)
UNCERTAINTIES = frozenset(
    "scipy.stats.bootstrap scipy.stats.ttest_rel scipy.stats.ttest_ind scipy.stats.wilcoxon"
    " scipy.stats.sem scipy.stats.t.interval scipy.stats.norm.interval mlxtend.evaluate.mcnemar"
    " mlxtend.evaluate.bootstrap mlxtend.evaluate.bootstrap_point632_score"
    " mlxtend.evaluate.paired_ttest_5x2cv sklearn.model_selection.permutation_test_score"
    " statsmodels.stats.proportion.proportion_confint"
    " statsmodels.stats.contingency_tables.mcnemar".split()
)
CROSS_VALIDATIONS = frozenset(
    "sklearn.model_selection.cross_val_score sklearn.model_selection.cross_validate"
    " sklearn.model_selection.cross_val_predict sklearn.model_selection.learning_curve"
    " sklearn.model_selection.validation_curve xgboost.cv lightgbm.cv catboost.cv"
    " prophet.diagnostics.cross_validation surprise.model_selection.cross_validate".split()
)
SEARCHES = ("optuna.create_study", "hyperopt.fmin", "keras_tuner.", "ray.tune.Tuner")
METRIC_PACKAGES = ("sklearn.metrics.", "torchmetrics.", "seqeval.metrics.", "imblearn.metrics.")
NO_METRICS = frozenset({"make_scorer", "get_scorer", "pairwise_distances", "cosine_similarity"})
REGRESSION_METRICS = frozenset(
    "mean_squared_error root_mean_squared_error mean_absolute_error r2_score median_absolute_error"
    " mean_absolute_percentage_error explained_variance_score max_error mean_squared_log_error"
    " mean_pinball_loss mean_poisson_deviance mean_gamma_deviance d2_absolute_error_score".split()
)
CLUSTER_METRICS = ("silhouette", "davies_bouldin", "calinski", "adjusted_", "homogeneity", "v_meas")
NO_SCORE = ("sklearn.metrics.pairwise.", "sklearn.metrics.ConfusionMatrixDisplay")


class _Role(NamedTuple):
    role: ToolRole
    purpose: str = ""


def learning_tools(files: list[tuple[SourceFile, Notebook | None]]) -> tuple[LearningTool, ...]:
    """Return the tools of these programs, by path and line."""
    found = [tool for file, book in files for tool in _tools(file, partial(place_in, file, book))]
    return tuple(found[:MOST_TOOLS])


def _tools(file: SourceFile, place: Callable[[int], Evidence]) -> Iterator[LearningTool]:
    times: dict[tuple[str, tuple[str, ...]], int] = {}
    for call in file.calls:
        told = role_of(call.name)
        if told is None:
            continue
        keywords = tuple(name for name, _ in call.keywords)
        key = (call.name, keywords)
        times[key] = times.get(key, 0) + 1
        if times[key] <= MOST_ALIKE:
            yield LearningTool(
                name=_plain(call.name),
                role=told.role,
                purpose=told.purpose,
                evidence=place(call.line),
                keywords=keywords,
                test_size=_test_size(call),
            )


def _test_size(call: Call) -> float | None:
    """Return what a split puts aside, where it is written as a number."""
    for name, value in call.keywords:
        if name == "test_size" and isinstance(value, int | float) and not isinstance(value, bool):
            return float(value)
    return None


@cache
def role_of(name: str) -> _Role | None:
    """Tell what a library's function or class is there for, by its dotted name."""
    plain = _plain(name)
    for role, is_meant in _ROLES:
        if is_meant(plain):
            return _Role(role)
    purpose = knowledge().purposes.get(plain)
    return _Role(ToolRole.PREPARATION, purpose) if purpose else _metric(plain) or _model(plain)


def _is_fold(name: str) -> bool:
    return name in CROSS_VALIDATIONS or knowledge().is_in("splits.folds", name)


def _is_search(name: str) -> bool:
    return name.startswith(SEARCHES) or knowledge().is_in("composites.searches", name)


def _is_pipeline(name: str) -> bool:
    return knowledge().is_in("composites.pipelines", name)


def _is_split(name: str) -> bool:
    return knowledge().is_in("splits.in_two", name)


_ROLES: tuple[tuple[ToolRole, Callable[[str], bool]], ...] = (
    (ToolRole.BASELINE, BASELINES.__contains__),
    (ToolRole.UNCERTAINTY, UNCERTAINTIES.__contains__),
    (ToolRole.PIPELINE, _is_pipeline),
    (ToolRole.SPLIT, _is_split),
    (ToolRole.FOLDS, _is_fold),
    (ToolRole.SEARCH, _is_search),
)


def _metric(name: str) -> _Role | None:
    last = name.rpartition(".")[2]
    if not name.startswith(METRIC_PACKAGES) or last in NO_METRICS or name.startswith(NO_SCORE):
        return None
    if last in REGRESSION_METRICS:
        return _Role(ToolRole.METRIC, "regression")
    is_of_clusters = last.startswith(CLUSTER_METRICS) or "mutual_info" in last
    return _Role(ToolRole.METRIC, "clustering" if is_of_clusters else "classification")


def _model(name: str) -> _Role | None:
    owner, _, last = name.rpartition(".")
    known = knowledge()
    if not known.is_under("models.packages", name) or not last[:1].isupper():
        return None
    if owner.startswith(("sklearn.preprocessing", "sklearn.pipeline", "sklearn.compose")):
        return None
    if known.is_under("models.unsupervised", name):
        return _Role(ToolRole.MODEL, "clustering")
    if last.endswith(("Classifier", "ClassifierCV", "SVC", "NB")) or last in _CLASSIFY:
        return _Role(ToolRole.MODEL, "classification")
    if last.endswith(("Regressor", "RegressorCV", "SVR")) or last in _REGRESS:
        return _Role(ToolRole.MODEL, "regression")
    return None


_CLASSIFY = frozenset({"LogisticRegression", "LogisticRegressionCV", "Perceptron"})
_REGRESS = frozenset(
    "LinearRegression Ridge RidgeCV Lasso LassoCV ElasticNet ElasticNetCV BayesianRidge Lars"
    " HuberRegressor PoissonRegressor KernelRidge".split()
)


def _plain(name: str) -> str:
    """Return a name without the prefix under which TensorFlow carries Keras."""
    return name.removeprefix("tensorflow.") if name.startswith("tensorflow.keras") else name
