"""The candidate models: preprocessing and estimator in one pipeline, so that folds stay clean."""

from sklearn.compose import ColumnTransformer
from sklearn.ensemble import RandomForestClassifier
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

from churn.data import CATEGORICAL, NUMERIC


def candidates(seed: int) -> dict[str, Pipeline]:
    """Return the models that training chooses from."""
    return {
        "logistic_regression": _pipeline(LogisticRegression(max_iter=1000)),
        "random_forest": _pipeline(
            RandomForestClassifier(n_estimators=200, min_samples_leaf=5, random_state=seed)
        ),
    }


def _pipeline(estimator) -> Pipeline:
    numbers = make_pipeline(SimpleImputer(strategy="median"), StandardScaler())
    columns = ColumnTransformer(
        [
            ("numbers", numbers, NUMERIC),
            ("categories", OneHotEncoder(handle_unknown="ignore"), CATEGORICAL),
        ]
    )
    return Pipeline([("columns", columns), ("estimator", estimator)])
