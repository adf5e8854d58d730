import pytest

from mlops_platform.core.facts.repository import read_repository
from mlops_platform.core.watching.settings_files import read_settings_files
from mlops_platform_tests.drawing import draw_checkout

ALERT = """groups:
  - name: model
    rules:
      - alert: SlowAnswers
        expr: histogram_quantile(0.9, latency) > 1
"""
COMPOSE = """services:
  api:
    build: .
    healthcheck:
      test: curl localhost
"""
CRON = """apiVersion: batch/v1
kind: CronJob
spec:
  schedule: "0 6 * * *"
"""


def read(tmp_path, files):
    checkout = draw_checkout(tmp_path, files)
    return read_settings_files(checkout, read_repository(checkout))


@pytest.mark.parametrize(
    ("kind", "path", "text", "name", "line"),
    [
        ("alerts", "alerts/model.yml", ALERT, "Prometheus rule", 4),
        ("alerts", "infra/main.tf", 'resource "datadog_monitor" "m" {}\n', "Datadog monitor", 1),
        (
            "dashboards",
            "grafana/model.json",
            '{\n  "panels": [],\n  "schemaVersion": 30\n}',
            "Grafana dashboard",
            2,
        ),
        ("probes", "Dockerfile", "FROM x\nHEALTHCHECK CMD curl x\n", "HEALTHCHECK", 2),
        ("probes", "k8s/api.yaml", "spec:\n  livenessProbe:\n", "Kubernetes probe", 2),
        ("probes", "compose.yaml", COMPOSE, "compose healthcheck", 4),
        ("schedules", "k8s/score.yaml", CRON, "Kubernetes CronJob", 2),
        ("schedules", "crontab", "# nightly\n0 3 * * * python score.py\n", "crontab", 2),
    ],
)
def test_found_by_content(tmp_path, kind, path, text, name, line):  # noqa: PLR0913, PLR0917
    found = read(tmp_path, {path: text})
    (place,) = getattr(found, kind)
    assert (place.name, place.evidence.path, place.evidence.line) == (name, path, line)
    assert sum(len(places) for places in found) == 1


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("README.md", ALERT),
        ("docs.yml", "alert: true\n"),
        ("Dockerfile", "FROM x\nHEALTHCHECK NONE\n"),
        ("settings.json", '{"panels": []}'),
        ("training.yaml", "schedule: cosine\nkind: model\n"),
        ("compose.yaml", "healthcheck:\n"),
        (".github/workflows/ci.yml", CRON),
        ("tests/alerts.yml", ALERT),
        ("node_modules/x/alerts.yml", ALERT),
        ("broken.yml", b"\x00\xff\x00"),
    ],
)
def test_look_alikes_are_left_out(tmp_path, path, text):
    found = read(tmp_path, {path: text})
    assert found == ((), (), (), ())


@pytest.mark.parametrize(
    ("test", "is_probe"),
    [
        ("test: curl -f http://localhost/health", True),
        ('interval: 10s\n      test: ["CMD", "wget", "-q", "localhost"]', True),
        ("test:\n        - CMD\n        - python\n        - probe.py", True),
        ('test: ["CMD", "pg_isready", "-U", "ann"]', False),
        ("test: redis-cli ping\n  b:\n    command: curl http://a", False),
    ],
)
def test_the_check_of_a_database_is_none_of_the_service(tmp_path, test, is_probe):
    text = f"services:\n  a:\n    healthcheck:\n      {test}\n"
    assert bool(read(tmp_path, {"compose.yaml": text}).probes) is is_probe
