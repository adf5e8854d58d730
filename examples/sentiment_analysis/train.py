"""Train a sentiment classifier: TF-IDF and logistic regression, tuned by cross-validation."""

import argparse
import random
from pathlib import Path

import joblib
import numpy as np
import pandas as pd
import yaml
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV, StratifiedKFold
from sklearn.pipeline import Pipeline


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--params", type=Path, default=Path("params.yaml"))
    parser.add_argument("--data", type=Path, required=True, help="labelled reviews to learn from")
    parser.add_argument("--model", type=Path, default=Path("model.joblib"))
    return parser.parse_args()


def build_search(params: dict) -> GridSearchCV:
    features = TfidfVectorizer(
        lowercase=params["tfidf"]["lowercase"],
        min_df=params["tfidf"]["min_df"],
        ngram_range=tuple(params["tfidf"]["ngram_range"]),
    )
    classifier = LogisticRegression(max_iter=1000, random_state=params["seed"])
    return GridSearchCV(
        Pipeline([("features", features), ("classifier", classifier)]),
        {"classifier__C": params["regularisation"]},
        cv=StratifiedKFold(params["folds"], shuffle=True, random_state=params["seed"]),
        scoring="f1_macro",
    )


def main() -> None:
    arguments = read_arguments()
    params = yaml.safe_load(arguments.params.read_text())
    random.seed(params["seed"])
    np.random.seed(params["seed"])

    reviews = pd.read_csv(arguments.data)
    search = build_search(params).fit(reviews["text"], reviews["label"])
    joblib.dump(search.best_estimator_, arguments.model)
    print(f"reviews: {len(reviews)}")
    print(f"regularisation: {search.best_params_['classifier__C']}")
    print(f"cross-validated f1_macro: {search.best_score_:.4f}")


if __name__ == "__main__":
    main()
