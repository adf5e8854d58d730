"""Vertex AI Pipelines: pipeline jobs in Google Cloud."""

from mlops_platform.core.clues.clue import named
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find the jobs that code makes; the SDK alone is no pipeline."""
    jobs = ("google.cloud.aiplatform.PipelineJob", "kfp.v2.google.client")
    return technology("vertex pipelines", named(reading, *jobs))
