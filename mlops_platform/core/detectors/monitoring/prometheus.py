"""Prometheus: metrics of a running service."""

from mlops_platform.core.clues.clue import declared, deployed, filed, imported
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find its imports, settings and images, else its declaration."""
    used = (
        *imported(
            reading,
            "prometheus_client",
            "prometheus_fastapi_instrumentator",
            "starlette_exporter",
            "prometheus_flask_exporter",
        ),
        *filed(reading, "prometheus.yml", "prometheus.yaml"),
        *deployed(reading, "prom/prometheus"),
    )
    return technology(
        "prometheus",
        used,
        declared(
            reading,
            "prometheus-client",
            "prometheus-fastapi-instrumentator",
            "starlette-exporter",
            "prometheus-flask-exporter",
        ),
    )
