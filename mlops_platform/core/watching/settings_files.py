"""Alerts, dashboards, probes and schedules that configuration files declare, told by content."""

import re
from typing import NamedTuple

from mlops_platform.core.checkout import Checkout, UnreadFile
from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.repository import RepositoryFacts, Role, TrackedFile
from mlops_platform.core.facts.text.texts import decode, read_head
from mlops_platform.core.sections.project_profile import Place

READ_BYTES = 64 * 1024
MOST_READ = 400
SUFFIXES = (".yml", ".yaml", ".json", ".tf", ".jsonnet", ".libsonnet", ".rules", ".toml")
NAMES = ("crontab", "Dockerfile")
OTHERS = (
    *("package.json", "package-lock.json", "tsconfig.json", "composer.json", "poetry.lock"),
    *("environment.yml", "environment.yaml", "mkdocs.yml", "pnpm-lock.yaml", ".pre-commit-config"),
)
"""Settings that speak of no operation, and that may be long."""


class Sign(NamedTuple):
    """What a line of a file of these endings says, and what the whole file must hold beside it."""

    name: str
    suffixes: tuple[str, ...]
    line: re.Pattern[str]
    beside: re.Pattern[str] | None = None


def _sign(name: str, suffixes: str, line: str, beside: str = "") -> Sign:
    return Sign(
        name,
        tuple(suffixes.split()),
        re.compile(line, re.MULTILINE),
        re.compile(beside, re.MULTILINE) if beside else None,
    )


YAML = ".yml .yaml"
ALERTS = (
    _sign("Prometheus rule", f"{YAML} .rules", r"^\s*-?\s*alert:\s*\S", r"^\s*expr:\s*\S"),
    _sign("Alertmanager", YAML, r"^\s*receivers:\s*$", r"^\s*route:\s*$"),
    _sign("Grafana alert", YAML, r"^\s*-?\s*contactPoints:\s*$|^\s*noDataState:\s*\S"),
    _sign("CloudWatch alarm", ".tf", r'^resource\s+"aws_cloudwatch_metric_alarm"'),
    _sign("CloudWatch alarm", f"{YAML} .json", r"AWS::CloudWatch::Alarm"),
    _sign("Google Cloud alert", ".tf", r'^resource\s+"google_monitoring_alert_policy"'),
    _sign("Azure alert", ".tf", r'^resource\s+"azurerm_monitor_\w*alert\w*"'),
    _sign("Datadog monitor", ".tf", r'^resource\s+"datadog_monitor"'),
    _sign("Grafana alert", ".tf", r'^resource\s+"grafana_rule_group"'),
    _sign(
        "SageMaker monitoring schedule",
        f".tf {YAML} .json",
        r"aws_sagemaker_monitoring_schedule|AWS::SageMaker::MonitoringSchedule",
    ),
)
DASHBOARDS = (
    _sign("Grafana dashboard", ".json", r'^\s*"panels"\s*:', r'"schemaVersion"\s*:'),
    _sign("Grafana dashboard", ".jsonnet .libsonnet", r"grafana\w*\.dashboard|dashboard\.new"),
    _sign("Grafana dashboard", ".tf", r'^resource\s+"grafana_dashboard"'),
    _sign("CloudWatch dashboard", ".tf", r'^resource\s+"aws_cloudwatch_dashboard"'),
    _sign("CloudWatch dashboard", f"{YAML} .json", r"AWS::CloudWatch::Dashboard"),
    _sign("Google Cloud dashboard", ".tf", r'^resource\s+"google_monitoring_dashboard"'),
    _sign("Datadog dashboard", ".tf", r'^resource\s+"datadog_dashboard'),
)
OVER_HTTP = (
    r"^[ ]{1,20}healthcheck:[ ]*$(?:\n(?![ ]{0,20}test:)[^\n]{0,200}){0,4}\n[ ]{1,20}test:"
    r"(?:[^\n]{0,300}|[ ]*\n(?:[ ]*-[^\n]{0,200}\n?){0,6}?[^\n]{0,200})"
    r"(?:curl|wget|https?:|python|grpc_health_probe)"
)
"""A database beside the service is asked by its own client: `pg_isready`, `redis-cli`."""

PROBES = (
    _sign("HEALTHCHECK", "Dockerfile", r"^\s*HEALTHCHECK\s+(?!NONE)\S"),
    _sign("Kubernetes probe", YAML, r"^\s*(?:liveness|readiness|startup)Probe:\s*$"),
    _sign("compose healthcheck", YAML, OVER_HTTP, r"^services:\s*$"),
    _sign("Fly check", ".toml", r"^\s*\[\[(?:http_service|services)\.\w*checks\]\]"),
    _sign("Render health path", YAML, r"^\s*healthCheckPath:\s*\S"),
    _sign(
        "Cloud uptime check", ".tf", r'^resource\s+"(?:google_monitoring_uptime|aws_route53_hea)'
    ),
)
SCHEDULES = (
    _sign("Kubernetes CronJob", YAML, r"^kind:\s*Cron(?:Job|Workflow)\b", r"^\s*schedules?:"),
    _sign("EventBridge schedule", ".tf", r"^\s*schedule_expression\s*=\s*\"(?:rate|cron)"),
    _sign("EventBridge schedule", f"{YAML} .json", r"ScheduleExpression\W+(?:rate|cron)\("),
    _sign("Cloud Scheduler", ".tf", r'^resource\s+"google_cloud_scheduler_job"'),
    _sign("Databricks schedule", f"{YAML} .json", r"quartz_cron_expression"),
    _sign("Azure ML schedule", YAML, r"^\$schema:.*(?:schedule|monitor)Schedule|^\s*create_job:"),
    _sign(
        "Prefect schedule", YAML, r"^\s*-?\s*schedules?:\s*$", r"^\s*-?\s*entrypoint:\s*\S+\.py:"
    ),
    _sign("crontab", "crontab", r"^\s*(?:[\d*/,-]+\s+){5}\S"),
)


class Declared(NamedTuple):
    """What the files declare, by path."""

    alerts: tuple[Place, ...]
    dashboards: tuple[Place, ...]
    probes: tuple[Place, ...]
    schedules: tuple[Place, ...]


def read_settings_files(checkout: Checkout, repository: RepositoryFacts) -> Declared:
    """Read the project's own configuration files for signs of operation."""
    found: dict[tuple[Sign, ...], list[Place]] = {
        kind: [] for kind in (ALERTS, DASHBOARDS, PROBES, SCHEDULES)
    }
    files = [file for file in repository.files if _is_read(file)]
    for file in files[:MOST_READ]:
        head = read_head(checkout, file.path, READ_BYTES)
        text = None if isinstance(head, UnreadFile) else decode(head)
        for kind in found:
            found[kind] += _places(kind, file.path, text or "")
    return Declared(*(tuple(found[k]) for k in (ALERTS, DASHBOARDS, PROBES, SCHEDULES)))


def _places(signs: tuple[Sign, ...], path: str, text: str) -> list[Place]:
    for sign in signs:
        if not _name(path).endswith(sign.suffixes) and not _name(path).startswith(sign.suffixes):
            continue
        match = sign.line.search(text)
        if match and (sign.beside is None or sign.beside.search(text)):
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            line = text.count("\n", 0, start) + 1
            return [Place(name=sign.name, evidence=Evidence(path=path, line=line))]
    return []


def _is_read(file: TrackedFile) -> bool:
    name = _name(file.path)
    return (
        file.role in {Role.SOURCE, Role.EXAMPLE}
        and name.endswith((*SUFFIXES, *NAMES)) | name.startswith(NAMES)
        and not name.startswith(OTHERS)
        and not file.path.startswith((".github/", ".circleci/"))
    )


def _name(path: str) -> str:
    return path.rpartition("/")[2]
