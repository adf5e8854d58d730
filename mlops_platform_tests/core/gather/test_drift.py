from mlops_platform.core.gather.drift import gather_drift
from mlops_platform.core.sections.monitoring_health import DriftQuestion
from mlops_platform_tests.drawing import draw_checkout

TABLE = "x,y\n" + "".join(f"{n},{n % 2}\n" for n in range(60))


def test_two_tables_are_compared(tmp_path):
    checkout = draw_checkout(tmp_path, {"a.csv": TABLE, "b.csv": TABLE})
    question = DriftQuestion(source="split", reference="a.csv", current="b.csv")
    assert gather_drift(checkout, question).observation.health == "healthy"
