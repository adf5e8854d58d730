import json
import math

from mlops_platform.core.recording.documents import documents_of, plan_text, presentable
from mlops_platform_tests.core.executions import attempt, execution, metric, plan, record


def test_an_execution_has_its_plan_its_packages_its_outputs_and_its_results():
    documents = dict(documents_of(record(execution("r", metric("accuracy", 0.9)))))
    assert json.loads(documents["plan.json"])["environment"]["python"] == "3.11"
    assert documents["packages.txt"] == "scikit-learn==1.9\nnumpy==2.4\n"
    assert json.loads(documents["outputs.json"]) == []
    assert json.loads(documents["results.json"])["metrics"][0]["key"] == "accuracy"


def test_an_execution_without_a_plan_has_results_only():
    assert [name for name, _ in documents_of(record(execution(attempts=())))] == ["results.json"]


def test_values_of_secret_variables_are_withheld():
    text = plan_text(plan(("HF_TOKEN", "hf_abc"), ("EPOCHS", "3")))
    assert "hf_abc" not in text
    assert json.loads(text)["variables"] == [["HF_TOKEN", "(withheld)"], ["EPOCHS", "3"]]


def test_a_record_holds_finite_values_and_no_secret():
    secret = attempt(plan=plan(("API_KEY", "sk-123")))
    metrics = (metric("loss", 0.5, math.nan, math.inf), metric("bad", math.nan), metric("ok", 1.0))
    kept = presentable(record(execution("r", *metrics, attempts=(secret, secret))))
    results = kept.execution.results
    assert [(each.key, each.value) for each in results.metrics] == [("loss", 0.5), ("ok", 1.0)]
    assert results.conflicts == (
        "`loss` had values that are not finite",
        "`bad` had values that are not finite",
    )
    assert "sk-123" not in kept.model_dump_json()
