"""Fast tests of the split, the pipeline and the service."""

import joblib
import numpy as np
import pytest

from churn.data import load, split
from churn.evaluate import score
from churn.model import candidates


def test_no_customer_is_on_both_sides_of_the_split():
    x_train, x_test, y_train, y_test = split(*load())
    assert set(x_train.index).isdisjoint(x_test.index)
    assert abs(y_train.mean() - y_test.mean()) < 0.01


def test_the_split_is_the_same_twice():
    assert split(*load())[1].equals(split(*load())[1])


@pytest.mark.parametrize("name", ["logistic_regression", "random_forest"])
def test_a_model_beats_chance_and_survives_missing_and_unseen_values(name):
    x_train, x_test, y_train, y_test = split(*load())
    model = candidates(seed=0)[name].fit(x_train, y_train)
    assert score(model, x_test, y_test)["roc_auc"] > 0.7
    strange = x_test.head(1).assign(region="abroad", data_usage_gb=np.nan)
    assert 0 <= model.predict_proba(strange)[0, 1] <= 1


def test_the_service_answers_with_a_probability(tmp_path, monkeypatch):
    features, target = load()
    model = candidates(seed=0)["logistic_regression"].fit(features, target)
    joblib.dump(model, tmp_path / "model.joblib")
    monkeypatch.setenv("MODEL_PATH", str(tmp_path / "model.joblib"))

    from fastapi.testclient import TestClient

    from churn.serve import app

    customer = features.iloc[0].to_dict() | {"has_streaming": True}
    client = TestClient(app)
    assert client.get("/health").json() == {"status": "ok"}
    answer = client.post("/predict", json=customer)
    assert answer.status_code == 200
    assert 0 <= answer.json()["churn_probability"] <= 1
