"""Chance that takes a seed of its own: splits, estimators, samples of rows."""

import ast
from collections.abc import Iterator

from mlops_platform.core.facts.practices.seeds import seeded
from mlops_platform.core.facts.practices.seen import Seen, fault, sound
from mlops_platform.core.facts.python.blocks import Site
from mlops_platform.core.facts.python.call_parts import given, is_false, is_true, may_hold_more
from mlops_platform.core.facts.python.code import Code
from mlops_platform.core.facts.python.kin import Kin

_ALWAYS = frozenset(
    "ShuffleSplit StratifiedShuffleSplit GroupShuffleSplit RepeatedKFold"
    " RepeatedStratifiedKFold".split()
)
_WHERE_SHUFFLED = frozenset("KFold StratifiedKFold StratifiedGroupKFold".split())
_SPLITTERS = ("sklearn.", "dask_ml.", "cuml.", "surprise.", "skmultilearn.")
_ESTIMATORS = frozenset(
    "RandomForestClassifier RandomForestRegressor ExtraTreesClassifier ExtraTreesRegressor"
    " MLPClassifier MLPRegressor KMeans MiniBatchKMeans SGDClassifier SGDRegressor"
    " BaggingClassifier BaggingRegressor IsolationForest GaussianMixture TSNE"
    " RandomizedSearchCV LatentDirichletAllocation SMOTE SMOTENC SMOTEN ADASYN BorderlineSMOTE"
    " SVMSMOTE KMeansSMOTE RandomOverSampler RandomUnderSampler SMOTETomek SMOTEENN"
    " BalancedRandomForestClassifier EasyEnsembleClassifier RUSBoostClassifier".split()
)
ROWS_TO_LOOK_AT = 10
_SEED_WORDS = ("random_state", "seed", "rng", "generator")


def splits_are_repeatable(code: Code, kin: Kin) -> Iterator[Seen]:
    """Yield the random splits of rows."""
    for site in code.calls("train_test_split", *_ALWAYS, *_WHERE_SHUFFLED):
        name = code.name(site.node.func)
        last = name.rpartition(".")[2]
        if not name.startswith(_SPLITTERS) or is_false(given(site.node, "shuffle")):
            continue
        if site.block.loop is not None:  # drawn again and again to see how much it matters
            continue
        if last in _WHERE_SHUFFLED and not is_true(given(site.node, "shuffle")):
            continue
        yield from _judged(code, site, last, "numpy" in seeded(kin))
    for site in code.calls("random_split"):
        name = code.name(site.node.func)
        if name == "torch.utils.data.random_split" and len(site.node.args) < len(("d", "l", "g")):
            yield from _judged(code, site, "random_split", "torch" in seeded(kin))


def estimators_are_repeatable(code: Code, kin: Kin) -> Iterator[Seen]:
    """Yield the estimators and resamplers that draw at random."""
    if code.mentions("__random_state", '"random_state":', "'random_state':"):
        return
    for site in code.calls(*sorted(_ESTIMATORS)):
        name = code.name(site.node.func)
        if name.startswith(("sklearn.", "imblearn.")):
            yield from _judged(code, site, name.rpartition(".")[2], "numpy" in seeded(kin))


def samples_are_repeatable(code: Code, kin: Kin) -> Iterator[Seen]:
    """Yield the samples that are drawn of a table and kept."""
    if not kin.imports("pandas") or kin.imports("pyspark", "polars"):
        return
    for site in code.calls("sample"):
        call = site.node
        is_kept = isinstance(site.statement, ast.Assign | ast.AnnAssign | ast.Return)
        is_of_table = given(call, "frac", "n") is not None and isinstance(call.func, ast.Attribute)
        if (
            is_kept
            and is_of_table
            and not _is_a_look(site)
            and not code.name(call.func).startswith("random.")
        ):
            yield from _judged(code, site, "sample", "numpy" in seeded(kin))


def _is_a_look(site: Site) -> bool:
    """Tell whether a few rows are drawn once, as an example of them; nobody learns from so few."""
    size = given(site.node, "n")
    number = size.value if isinstance(size, ast.Constant) else None
    is_few = isinstance(number, int) and number <= ROWS_TO_LOOK_AT
    is_repeated = site.block.loop is not None or "groupby" in ast.unparse(site.node.func)
    return is_few and not is_repeated


def _judged(code: Code, site: Site, name: str, is_seeded: bool) -> Iterator[Seen]:
    value = given(site.node, *_SEED_WORDS)
    is_none = isinstance(value, ast.Constant) and value.value is None
    if is_seeded or (value is not None and not is_none):
        yield sound(code, site.node, name)
    elif not may_hold_more(site.node):
        word = "generator" if name == "random_split" else "random_state"
        yield fault(code, site.node, name, f"`{name}` without `{word}`, and no seed before it")


READERS = (splits_are_repeatable, estimators_are_repeatable, samples_are_repeatable)
