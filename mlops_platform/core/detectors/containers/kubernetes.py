"""Kubernetes: workloads on a cluster."""

from mlops_platform.core.clues.clue import configured
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading

KINDS = (
    "Deployment",
    "StatefulSet",
    "DaemonSet",
    "Job",
    "CronJob",
    "Pod",
    "Service",
    "InferenceService",
    "SeldonDeployment",
)


def detect(reading: Reading) -> Detection | None:
    """Find objects that run something."""
    objects = [f"* {kind}" for kind in KINDS]
    return technology("kubernetes", configured(reading, "kubernetes", *objects))
