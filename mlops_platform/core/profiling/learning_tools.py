"""Which functions and classes of libraries a program trains and scores with, by their role."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import NamedTuple

from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.flow.knowledge import knowledge
from mlops_platform.core.facts.notebooks import Notebook
from mlops_platform.core.facts.own_code import place_in
from mlops_platform.core.facts.source_code import Call, SourceFile
from mlops_platform.core.profiling.metric_names import plain_name, task_of_metric
from mlops_platform.core.sections.training_assessment import LearningTool, ToolRole

MOST_TOOLS = 250
LONGEST_SCOPE = 120
MOST_ALIKE = 2
"""Calls of one name in one program; what more of them say is the same."""

BASELINES = frozenset({"sklearn.dummy.DummyClassifier", "sklearn.dummy.DummyRegressor"})
KEPT = re.compile(r"_?(?:set|save|store|update|reset)_")
"""Who sets or saves a baseline holds figures against it, and trains none."""
SAID_TO_BE_SIMPLE = ("baseline", "dummy", "majority")
UNCERTAINTIES = frozenset(
    "scipy.stats.bootstrap scipy.stats.ttest_rel scipy.stats.ttest_ind scipy.stats.wilcoxon"
    " scipy.stats.sem scipy.stats.t.interval scipy.stats.norm.interval mlxtend.evaluate.mcnemar"
    " mlxtend.evaluate.bootstrap mlxtend.evaluate.bootstrap_point632_score"
    " mlxtend.evaluate.paired_ttest_5x2cv sklearn.model_selection.permutation_test_score"
    " statsmodels.stats.proportion.proportion_confint"
    " statsmodels.stats.contingency_tables.mcnemar".split()
)
PROBABILITIES = frozenset({"predict_proba", "predict_log_proba", "decision_function"})
CROSS_VALIDATIONS = frozenset(
    "sklearn.model_selection.cross_val_score sklearn.model_selection.cross_validate"
    " sklearn.model_selection.cross_val_predict sklearn.model_selection.learning_curve"
    " sklearn.model_selection.validation_curve xgboost.cv lightgbm.cv catboost.cv"
    " prophet.diagnostics.cross_validation surprise.model_selection.cross_validate".split()
)
SEARCHES = ("optuna.create_study", "hyperopt.fmin", "keras_tuner.", "ray.tune.Tuner")
COLLECTIONS = ("sklearn.datasets.", "keras.datasets.", "seaborn.load_dataset", "torchvision.")
TABLE_SUFFIXES = (".csv", ".tsv", ".parquet", ".feather", ".json", ".jsonl", ".xlsx", ".data")


class _Role(NamedTuple):
    role: ToolRole
    purpose: str = ""


def learning_tools(files: list[tuple[SourceFile, Notebook | None]]) -> tuple[LearningTool, ...]:
    """Return the tools of these programs, by path and line."""
    found = [tool for file, book in files for tool in _tools(file, partial(place_in, file, book))]
    return tuple(found[:MOST_TOOLS])


def _tools(file: SourceFile, place: Callable[[int], Evidence]) -> Iterator[LearningTool]:
    times: Counter[tuple[str, tuple[str, ...]]] = Counter()
    for call in file.calls:
        told = role_of(call.name)
        keywords = tuple(name for name, _ in call.keywords)
        times[call.name, keywords] += 1
        if told is not None and times[call.name, keywords] <= MOST_ALIKE:
            yield LearningTool(
                name=plain_name(call.name),
                role=told.role,
                purpose=told.purpose,
                evidence=place(call.line),
                keywords=keywords,
                test_size=_test_size(call),
                scope=call.scope[:LONGEST_SCOPE],
            )
    for name, line in _data_files(file):
        yield LearningTool(name=name, role=ToolRole.DATA, evidence=place(line))
    for made in file.definitions:
        name = made.name.rpartition(".")[2].lower()
        if any(word in made.name.lower() for word in SAID_TO_BE_SIMPLE) and not KEPT.match(name):
            yield LearningTool(name=made.name, role=ToolRole.BASELINE, evidence=place(made.line))


def _data_files(file: SourceFile) -> Iterator[tuple[str, int]]:
    """Yield the names of the data files that the code names, each where it is first."""
    lines: dict[str, int] = {}
    for text, line in file.strings:
        name = text.replace("\\", "/").rpartition("/")[2]
        if name.lower().endswith(TABLE_SUFFIXES):
            lines.setdefault(name, line)
    yield from lines.items()


def _test_size(call: Call) -> float | None:
    """Return what a split puts aside, where it is written as a number."""
    for name, value in call.keywords:
        if name == "test_size" and isinstance(value, int | float) and not isinstance(value, bool):
            return float(value)
    return None


@cache
def role_of(name: str) -> _Role | None:
    """Tell what a library's function or class is there for, by its dotted name."""
    plain = plain_name(name)
    for role, is_meant in _ROLES:
        if is_meant(plain):
            return _Role(role)
    purpose = knowledge().purposes.get(plain)
    if purpose:
        return _Role(ToolRole.PREPARATION, purpose)
    task = task_of_metric(plain)
    return _Role(ToolRole.METRIC, task) if task else _model(plain)


def _is_fold(name: str) -> bool:
    return name in CROSS_VALIDATIONS or knowledge().is_in("splits.folds", name)


def _is_search(name: str) -> bool:
    return name.startswith(SEARCHES) or knowledge().is_in("composites.searches", name)


def _is_pipeline(name: str) -> bool:
    return knowledge().is_in("composites.pipelines", name)


def _gives_probabilities(name: str) -> bool:
    return name.rpartition(".")[2] in PROBABILITIES


def _is_split(name: str) -> bool:
    return knowledge().is_in("splits.in_two", name)


def _is_shipped(name: str) -> bool:
    last = name.rpartition(".")[2]
    is_made = last.startswith(("make_", "load_", "fetch_")) or last[:1].isupper()
    is_keras = name.startswith("keras.datasets.") and last == "load_data"
    return name.startswith(COLLECTIONS) and ".datasets" in f".{name}" and (is_made or is_keras)


_ROLES: tuple[tuple[ToolRole, Callable[[str], bool]], ...] = (
    (ToolRole.DATA, _is_shipped),
    (ToolRole.BASELINE, BASELINES.__contains__),
    (ToolRole.UNCERTAINTY, UNCERTAINTIES.__contains__),
    (ToolRole.PIPELINE, _is_pipeline),
    (ToolRole.SPLIT, _is_split),
    (ToolRole.FOLDS, _is_fold),
    (ToolRole.SEARCH, _is_search),
    (ToolRole.PROBABILITY, _gives_probabilities),
)


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
