"""Choose a model by cross-validation on the training part, fit it, save it, and score it once."""

import argparse
import json
from pathlib import Path

import joblib
from sklearn.dummy import DummyClassifier
from sklearn.model_selection import StratifiedKFold, cross_val_score

from churn.data import DATA, SEED, load, split
from churn.evaluate import METRICS, score
from churn.model import candidates

MODEL = Path("model.joblib")


def choose(features, target, seed: int):
    """Return the name of the model with the best cross-validated ROC AUC, and the AUC of each."""
    folds = StratifiedKFold(n_splits=5, shuffle=True, random_state=seed)
    aucs = {
        name: float(cross_val_score(model, features, target, cv=folds, scoring="roc_auc").mean())
        for name, model in candidates(seed).items()
    }
    return max(aucs, key=aucs.get), aucs


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--model", type=Path, default=MODEL)
    parser.add_argument("--metrics", type=Path, default=METRICS)
    parser.add_argument("--seed", type=int, default=SEED)
    arguments = parser.parse_args()

    x_train, x_test, y_train, y_test = split(*load(arguments.data), arguments.seed)
    chosen, aucs = choose(x_train, y_train, arguments.seed)
    for name, auc in aucs.items():
        print(f"cross-validated roc_auc {name}: {auc:.4f}")

    model = candidates(arguments.seed)[chosen].fit(x_train, y_train)
    baseline = DummyClassifier(strategy="prior").fit(x_train, y_train)
    metrics = {
        "model": chosen,
        **score(model, x_test, y_test),
        "baseline_accuracy": round(float(baseline.score(x_test, y_test)), 4),
    }
    joblib.dump(model, arguments.model)
    arguments.metrics.write_text(json.dumps(metrics, indent=2) + "\n")
    for name, value in metrics.items():
        print(f"{name}: {value}")


if __name__ == "__main__":
    main()
