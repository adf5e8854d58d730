"""Airflow: graphs of tasks on a schedule."""

from mlops_platform.core.clues.clue import declared, deployed, imported
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find its imports and images, else its declaration."""
    images = ("apache/airflow", "*/astro-runtime", "*/ap-airflow", "astrocrpublic.azurecr.io/*")
    used = (*imported(reading, "airflow"), *deployed(reading, *images))
    return technology("airflow", used, declared(reading, "apache-airflow", "apache-airflow-*"))
