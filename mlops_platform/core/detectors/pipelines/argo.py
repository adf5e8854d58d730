"""Argo Workflows: containers on Kubernetes as a workflow."""

from mlops_platform.core.clues.clue import configured, declared, imported
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find its objects and imports."""
    kinds = ("Workflow", "CronWorkflow", "WorkflowTemplate", "ClusterWorkflowTemplate")
    objects = [f"argoproj.io/* {kind}" for kind in kinds]
    used = (*configured(reading, "kubernetes", *objects), *imported(reading, "hera.workflows"))
    return technology("argo", used, declared(reading, "hera", "hera-workflows"))
