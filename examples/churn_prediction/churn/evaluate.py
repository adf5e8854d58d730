"""Score a saved model on the held-out quarter of the customers."""

import argparse
import json
from pathlib import Path

import joblib
from sklearn.metrics import accuracy_score, average_precision_score, f1_score, roc_auc_score

from churn.data import DATA, SEED, load, split

METRICS = Path("metrics.json")


def score(model, features, target) -> dict[str, float]:
    """Return the metrics that fit a target of which a quarter is positive."""
    probability = model.predict_proba(features)[:, 1]
    label = model.predict(features)
    return {
        "roc_auc": round(float(roc_auc_score(target, probability)), 4),
        "average_precision": round(float(average_precision_score(target, probability)), 4),
        "f1": round(float(f1_score(target, label)), 4),
        "accuracy": round(float(accuracy_score(target, label)), 4),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--model", type=Path, default=Path("model.joblib"))
    parser.add_argument("--seed", type=int, default=SEED, help="the seed of the training run")
    arguments = parser.parse_args()

    _, x_test, _, y_test = split(*load(arguments.data), arguments.seed)
    print(json.dumps(score(joblib.load(arguments.model), x_test, y_test), indent=2))


if __name__ == "__main__":
    main()
