"""Which classes are models, by the library that they are of."""

from collections.abc import Iterable

_MODELS = (
    *("sklearn.ensemble", "sklearn.linear_model", "sklearn.svm", "sklearn.tree", "sklearn.dummy"),
    *("sklearn.neighbors", "sklearn.naive_bayes", "sklearn.neural_network", "sklearn.cluster"),
    *("sklearn.gaussian_process", "sklearn.discriminant_analysis", "sklearn.mixture"),
    *("sklearn.calibration", "sklearn.multiclass", "sklearn.multioutput", "sklearn.isotonic"),
    *("sklearn.kernel_ridge", "sklearn.semi_supervised", "sklearn.cross_decomposition"),
    *(
        "xgboost",
        "lightgbm",
        "catboost",
        "statsmodels",
        "torch.nn",
        "keras",
        "tensorflow",
        "prophet",
    ),
    *(
        "surprise",
        "hmmlearn",
        "implicit",
        "pmdarima",
        "sktime",
        "imblearn.ensemble",
        "transformers.models",
        "transformers.pipelines",
    ),
    *("fasttext", "gensim.models", "lifelines", "pycaret", "autogluon", "tpot", "flaml", "skorch"),
    *("ngboost", "interpret.glassbox", "econml", "pymc", "spacy", "stable_baselines3", "lightfm"),
)
_DATA = (
    "numpy",
    "pandas",
    "scipy.sparse",
    "builtins",
    "collections",
    "datetime",
    "_codecs",
    "copyreg",
    "joblib",
    "copy_reg",
    "__builtin__",
    "pyarrow",
    "decimal",
    "torch._utils",
    "torch",
)
_NO_MODELS = ("torch.nn.parameter", "torch.nn.modules.container.ParameterList")
_PREPARATION = (
    "sklearn.preprocessing",
    "sklearn.feature_extraction",
    "sklearn.impute",
    "sklearn.compose",
    "sklearn.decomposition",
    "sklearn.feature_selection",
    "category_encoders",
)


def models_among(names: Iterable[str]) -> list[str]:
    """Return the classes that are models."""
    return [name for name in names if _is_of(name, _MODELS) and not _is_of(name, _NO_MODELS)]


def preparation_among(names: Iterable[str]) -> list[str]:
    """Return the classes that prepare data for a model."""
    return [name for name in names if _is_of(name, _PREPARATION)]


def is_only_data(names: Iterable[str]) -> bool:
    """Tell whether nothing but arrays, tables and plain values is named."""
    return all(_is_of(name, _DATA) for name in names)


def class_note(names: Iterable[str]) -> str:
    """Say in a few words which classes a file holds."""
    found = [name.rpartition(".")[2] for name in names]
    shown = [name for name in dict.fromkeys(found) if name[:1].isupper()]
    return ", ".join(shown[:4])


def _is_of(name: str, packages: tuple[str, ...]) -> bool:
    return any(name == package or name.startswith(f"{package}.") for package in packages)
