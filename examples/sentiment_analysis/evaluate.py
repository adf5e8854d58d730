"""Score a saved classifier on reviews that it has not seen, beside a baseline."""

import argparse
import json
from pathlib import Path

import joblib
import pandas as pd
from sklearn.dummy import DummyClassifier
from sklearn.metrics import accuracy_score, confusion_matrix, f1_score


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=Path("model.joblib"))
    parser.add_argument("--data", type=Path, required=True, help="labelled reviews to score on")
    parser.add_argument("--metrics", type=Path, default=Path("metrics.json"))
    arguments = parser.parse_args()

    model = joblib.load(arguments.model)
    reviews = pd.read_csv(arguments.data)
    predicted = model.predict(reviews["text"])
    majority = DummyClassifier().fit(reviews["text"], reviews["label"])
    metrics = {
        "accuracy": round(float(accuracy_score(reviews["label"], predicted)), 4),
        "f1_macro": round(float(f1_score(reviews["label"], predicted, average="macro")), 4),
        "majority_accuracy": round(float(majority.score(reviews["text"], reviews["label"])), 4),
    }
    arguments.metrics.write_text(json.dumps(metrics, indent=2) + "\n")
    for name, value in metrics.items():
        print(f"{name}: {value}")
    print(f"labels: {list(model.classes_)}")
    print(confusion_matrix(reviews["label"], predicted, labels=model.classes_))


if __name__ == "__main__":
    main()
