"""Grafana: dashboards of a running service."""

from mlops_platform.core.clues.clue import deployed, filed
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find its settings, dashboards and images."""
    settings = filed(reading, "grafana.ini", "grafana/dashboards/*.json", "grafana/*/*/*.json")
    images = deployed(reading, "grafana/grafana", "grafana/grafana-oss")
    return technology("grafana", (*settings, *images))
